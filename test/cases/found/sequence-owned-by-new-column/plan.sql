-- up
-- ! blocks_writes
alter sequence public.nr
  increment by 3
  maxvalue 5000
  cache 5
  cycle;
-- ! blocks_writes
alter sequence public.nr2
  as smallint
  minvalue 1
  maxvalue 32767;
-- ! rewrite, scan, blocks_reads
alter table public.doc
  add column nr integer default nextval('public.nr'::regclass);
-- ! blocks_writes
alter sequence public.nr owned by public.doc.nr;
create table public.doc2 (
  nr smallint default nextval('public.nr2'::regclass)
);
-- ! blocks_writes
alter sequence public.nr2 owned by public.doc2.nr;

-- down
-- ! blocks_writes
alter sequence public.nr owned by none;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.doc
  drop column nr;
-- ! blocks_writes
alter sequence public.nr
  increment by 2
  maxvalue 9223372036854775807
  cache 1
  no cycle;
-- ! blocks_writes
alter sequence public.nr2 owned by none;
-- ! data_loss, breaks_clients
drop table public.doc2;
-- ! blocks_writes
alter sequence public.nr2
  as bigint
  minvalue 1
  maxvalue 9223372036854775807;
