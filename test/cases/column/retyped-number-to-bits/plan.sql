-- up
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.masks
  alter column a type bit(3) using case when a >> 3 = 0 then a::bit(3) else a::bit(32) end,
  alter column b type bit(8) using case when b >> 8 = 0 then b::bit(8) else b::bit(64) end,
  alter column c type bit(32) using c::bit(32);

-- down
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.masks
  alter column a type integer using a::integer,
  alter column b type bigint using b::bigint,
  alter column c type integer using c::integer;
