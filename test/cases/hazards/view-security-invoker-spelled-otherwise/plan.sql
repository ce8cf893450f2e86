-- up
-- ! blocks_reads
alter view public.v set (security_invoker=on);

-- down
-- ! blocks_reads
alter view public.v set (security_invoker=true);
