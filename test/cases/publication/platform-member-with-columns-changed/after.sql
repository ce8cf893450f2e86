create table public.t (id integer primary key, a integer);
alter publication supabase_realtime add table public.t (id);
