-- up
-- ! blocks_reads
alter table public.ev_2
  drop constraint ev_2_own;
-- ! blocks_reads
alter table only public.ev
  alter column at set default '2031-01-01'::date,
  alter column kind set default 'q'::text;
-- ! scan, blocks_reads, fails_on_rows
alter table public.ev
  alter column n drop identity,
  alter column at set not null,
  alter column n drop not null;
-- ! blocks_reads
alter table public.ev_1
  alter column at set default '2031-01-01'::date,
  alter column kind set default 'uno'::text,
  alter column kind drop not null;
-- ! scan, blocks_reads, fails_on_rows
alter table public.ev_2
  alter column at set default '2031-01-01'::date,
  alter column kind drop default,
  alter column kind set not null;
-- ! blocks_reads
create table public.ev_3 partition of public.ev (
  kind default 'drei'::text,
  constraint ev_3_at_key unique (at)
)
for values in (3, null);
alter table public.ev_3
  alter column kind set not null;
-- ! scan, blocks_reads, fails_on_rows
alter table public.ev_2
  add constraint ev_2_own check ((at > '2001-01-01'::date));

-- down
-- ! blocks_reads
alter table public.ev_2
  drop constraint ev_2_own;
-- ! data_loss, blocks_reads, breaks_clients
drop table public.ev_3;
-- ! blocks_reads
alter table only public.ev
  alter column at drop default,
  alter column kind set default 'p'::text;
-- ! scan, blocks_reads, fails_on_rows
alter table public.ev
  alter column at drop not null,
  alter column n set not null,
  alter column n add generated always as identity;
-- ! scan, blocks_reads, fails_on_rows
alter table public.ev_1
  alter column at set default '2030-01-01'::date,
  alter column kind set default 'one'::text,
  alter column kind set not null;
select pg_catalog.setval('public.ev_n_seq', pg_catalog.max(n))
from public.ev
having pg_catalog.max(n) >= (select last_value from public.ev_n_seq);
-- ! scan, blocks_reads, fails_on_rows
alter table public.ev_2
  alter column at drop default,
  alter column kind set default 'p'::text,
  alter column kind drop not null,
  add constraint ev_2_own check ((at > '2000-01-01'::date));
