-- up
-- ! blocks_reads
alter foreign table public.child
  inherit public.base;
-- ! blocks_reads
alter foreign table public.loose
  no inherit public.other;

-- down
-- ! blocks_reads
alter foreign table public.child
  no inherit public.base;
-- ! blocks_reads
alter foreign table public.loose
  inherit public.other;
