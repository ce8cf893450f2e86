-- up
-- ! blocks_reads
drop index public.i;
-- ! blocks_reads
drop index public.j;
-- ! blocks_reads
alter table public.t
  drop constraint c,
  drop column g;
drop function public.n(public.e);
alter type public.e rename to e_old;
-- ! fails_on_rows, breaks_clients
create type public.e as enum (
  'b',
  'c'
);
create function public.n(public.e)
returns integer
language sql
immutable
as $$select case $1 when 'c' then 1 else 2 end$$;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column e drop default,
  alter column e type public.e using e::text::public.e,
  alter column e set default 'b'::public.e,
  add column g integer generated always as (public.n(e)) stored,
  add constraint c check ((public.n(e) > 0));
-- ! scan, blocks_writes
create index i on public.t using btree (public.n(e));
-- ! scan, blocks_writes
create index j on public.t using btree (g);
drop type public.e_old;

-- down
-- ! blocks_reads
drop index public.i;
-- ! blocks_reads
drop index public.j;
-- ! blocks_reads
alter table public.t
  drop constraint c,
  drop column g;
drop function public.n(public.e);
alter type public.e rename to e_old;
-- ! fails_on_rows, breaks_clients
create type public.e as enum (
  'a',
  'b'
);
create function public.n(public.e)
returns integer
language sql
immutable
as $$select case $1 when 'a' then 1 else 2 end$$;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column e drop default,
  alter column e type public.e using e::text::public.e,
  alter column e set default 'a'::public.e,
  add column g integer generated always as (public.n(e)) stored,
  add constraint c check ((public.n(e) > 0));
-- ! scan, blocks_writes
create index i on public.t using btree (public.n(e));
-- ! scan, blocks_writes
create index j on public.t using btree (g);
drop type public.e_old;
