-- up
-- ! blocks_reads
alter table public.t
  alter column a type timestamp using a::timestamp;

-- down
-- ! data_loss, rewrite, scan, blocks_reads
alter table public.t
  alter column a type timestamp(3) without time zone using a::timestamp(3) without time zone;
