-- up
-- ! opens_access
alter publication supabase_realtime add table public.t;

-- down
-- ! breaks_clients
alter publication supabase_realtime drop table public.t;
