-- platform
create table public.t (id integer primary key, a integer, b integer);
alter publication supabase_realtime add table public.t;
