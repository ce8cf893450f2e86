-- up
-- ! blocks_reads, opens_access
alter view public.v reset (security_invoker);

-- down
-- ! blocks_reads, breaks_clients
alter view public.v set (security_invoker=true);
