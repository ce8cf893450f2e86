-- up
-- ! blocks_reads
alter table public.b
  inherit public.a;
-- ! blocks_reads
alter table public.c
  no inherit public.a;
-- ! blocks_reads
alter table public.c
  alter column id drop not null;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.d
  alter column id type integer,
  alter column id set not null,
  alter column v type varchar(10);
-- ! blocks_reads
alter table public.d
  inherit public.a;

-- down
-- ! blocks_reads
alter table public.b
  no inherit public.a;
-- ! scan, blocks_reads, fails_on_rows
alter table public.c
  alter column id set not null;
-- ! blocks_reads
alter table public.c
  inherit public.a;
-- ! blocks_reads
alter table public.d
  no inherit public.a;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.d
  alter column id type bigint,
  alter column id drop not null,
  alter column v type text;
