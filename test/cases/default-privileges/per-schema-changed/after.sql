alter default privileges in schema public grant insert on tables to anon with grant option;
alter default privileges in schema public grant usage on sequences to authenticated;
alter default privileges in schema public grant execute on functions to anon;
alter default privileges grant usage on schemas to anon;
create table public.b (a integer);
