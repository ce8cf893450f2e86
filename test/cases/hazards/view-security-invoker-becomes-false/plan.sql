-- up
-- ! blocks_reads, opens_access
alter view public.v set (security_invoker=off);

-- down
-- ! blocks_reads, breaks_clients
alter view public.v set (security_invoker=on);
