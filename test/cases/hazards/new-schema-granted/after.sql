create table public.t (a integer);
create schema app;
grant usage on schema app to anon, authenticated;
