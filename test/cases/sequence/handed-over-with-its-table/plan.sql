-- up
-- ! breaks_clients
revoke select on sequence public.own_n_seq from authenticated;
revoke usage on sequence public.own_id_seq from authenticated;
-- ! blocks_reads, opens_access, breaks_clients
alter table public.own owner to authenticated;
-- ! opens_access
grant all on sequence public.own_id_seq to public;
-- ! opens_access
grant usage on sequence public.own_n_seq to anon;

-- down
-- ! breaks_clients
revoke usage on sequence public.own_n_seq from anon;
-- ! blocks_reads, opens_access, breaks_clients
alter table public.own owner to anon;
-- ! breaks_clients
revoke all on sequence public.own_id_seq from public;
grant usage on sequence public.own_id_seq to authenticated;
-- ! opens_access
grant select on sequence public.own_n_seq to authenticated;
