alter default privileges in schema public grant usage on sequences to anon;
create table public.a (id integer);
