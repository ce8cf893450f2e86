create table public.t (id bigint generated always as identity not null, name text);
