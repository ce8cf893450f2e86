-- up
-- ! breaks_clients
revoke select on table public.pg_stat_statements from public;
-- ! opens_access
grant select on table public.pg_stat_statements to anon;

-- down
-- ! breaks_clients
revoke select on table public.pg_stat_statements from anon;
-- ! opens_access
grant select on table public.pg_stat_statements to public;
