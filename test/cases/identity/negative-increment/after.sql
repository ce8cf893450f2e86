create table public.a (id integer);
create table public.b (id smallint generated always as identity (increment by -1));
