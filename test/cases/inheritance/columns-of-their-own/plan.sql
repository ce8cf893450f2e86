-- up
-- ! blocks_reads
alter table public.d
  add column x text not null default 's'::text,
  add column y integer default 3;
-- ! blocks_reads
alter table public.c
  add column x text not null default 'r'::text,
  add column y integer default 1;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.p
  alter column a type bigint,
  add column x text not null default 'q'::text;
comment on column public.c.x is 'its own too';
-- ! blocks_reads
alter table public.e
  add column y integer default 4;
-- ! blocks_reads
alter table public.p
  add column y integer default 1;

-- down
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.p
  alter column a type integer,
  drop column x,
  drop column y;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.c
  drop column x;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.e
  drop column y;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.c
  drop column y;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.d
  drop column x,
  drop column y;
