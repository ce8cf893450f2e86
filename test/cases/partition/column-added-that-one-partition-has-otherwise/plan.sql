-- up
-- ! blocks_reads
alter table public.ev
  add column kind text default 'k'::text;
-- ! scan, blocks_reads, fails_on_rows
alter table public.ev_1
  alter column kind set not null,
  alter column kind set default 'l'::text,
  alter column kind set storage main,
  alter column kind set statistics 33;
comment on column public.ev_1.kind is 'c';

-- down
-- ! data_loss, blocks_reads, breaks_clients
alter table public.ev
  drop column kind;
