-- up
-- ! blocks_reads
drop index public.bi;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public."top t"
  drop constraint "top t_n_check",
  alter column id type bigint,
  alter column n drop default,
  alter column n type varchar(20),
  alter column n set default 'y'::varchar,
  add column "new c" date,
  add constraint "top t_n_check" check (((n)::text <> ''::text));
-- ! blocks_reads
alter table only public."bot.tom"
  alter column n set default 'z'::varchar;
-- ! scan, blocks_writes
create index bi on public."bot.tom" using btree (id, b);

-- down
-- ! blocks_reads
drop index public.bi;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public."top t"
  drop constraint "top t_n_check",
  alter column id type integer,
  alter column n drop default,
  alter column n type text,
  alter column n set default 'x'::text,
  drop column "new c",
  add constraint "top t_n_check" check ((n <> ''::text));
-- ! blocks_reads
alter table only public."bot.tom"
  alter column n set default 'x'::text;
-- ! scan, blocks_writes
create index bi on public."bot.tom" using btree (id);
