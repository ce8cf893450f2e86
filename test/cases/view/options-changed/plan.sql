-- up
-- ! blocks_reads, breaks_clients
alter view public.v set (security_invoker=true);
-- ! blocks_reads
alter view public.w reset (security_barrier);
-- ! blocks_reads
alter view public.x set (check_option=cascaded);

-- down
-- ! blocks_reads, opens_access
alter view public.v reset (security_invoker);
-- ! blocks_reads
alter view public.w set (security_barrier=true);
-- ! blocks_reads
alter view public.x set (check_option=local);
