create table public.t (id integer generated always as identity primary key, name text);
