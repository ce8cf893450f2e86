create table public.t (a integer primary key);
alter publication supabase_realtime add table public.t;
