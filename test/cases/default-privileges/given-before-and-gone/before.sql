alter default privileges in schema public grant select on tables to anon;
create table public.a (a integer);
