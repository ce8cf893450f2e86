-- up
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column b drop default,
  alter column b type bigint,
  alter column b set default 2,
  alter column b set not null,
  add column d text default 'd'::text,
  add column e integer generated always as ((a * 2)) stored;
comment on column public.t_1.d is 'D';
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column c;

-- down
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  drop column e,
  alter column b drop default,
  alter column b type integer,
  alter column b set default 1,
  alter column b drop not null,
  add column c text;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column d;
