-- up
-- ! blocks_reads
alter table public."top t"
  drop constraint "top t_n_check";
-- ! blocks_reads
drop index public.bi;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public."top t"
  alter column id type bigint;
-- ! blocks_reads
alter table only public."top t"
  alter column n drop default;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public."top t"
  alter column n type varchar(20);
-- ! blocks_reads
alter table only public."top t"
  alter column n set default 'y'::varchar;
-- ! blocks_reads
alter table only public.l
  alter column n set default 'y'::varchar;
-- ! blocks_reads
alter table only public.r
  alter column n set default 'y'::varchar;
-- ! blocks_reads
alter table only public."bot.tom"
  alter column n set default 'z'::varchar;
-- ! scan, blocks_reads, fails_on_rows
alter table public."top t"
  add column "new c" date,
  add constraint "top t_n_check" check (((n)::text <> ''::text));
-- ! scan, blocks_writes
create index bi on public."bot.tom" using btree (id, b);

-- down
-- ! blocks_reads
alter table public."top t"
  drop constraint "top t_n_check";
-- ! blocks_reads
drop index public.bi;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public."top t"
  alter column id type integer;
-- ! blocks_reads
alter table only public."top t"
  alter column n drop default;
-- ! blocks_reads
alter table public."top t"
  alter column n type text;
-- ! blocks_reads
alter table only public."top t"
  alter column n set default 'x'::text;
-- ! blocks_reads
alter table only public.l
  alter column n set default 'x'::text;
-- ! blocks_reads
alter table only public.r
  alter column n set default 'x'::text;
-- ! blocks_reads
alter table only public."bot.tom"
  alter column n set default 'x'::text;
-- ! data_loss, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public."top t"
  drop column "new c",
  add constraint "top t_n_check" check ((n <> ''::text));
-- ! scan, blocks_writes
create index bi on public."bot.tom" using btree (id);
