-- up
-- ! blocks_reads
create rule quiet as
    on delete to public.t do instead nothing;

-- down
-- ! blocks_reads
drop rule quiet on public.t;
