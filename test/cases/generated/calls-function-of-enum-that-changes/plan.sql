-- up
-- ! blocks_reads
alter table public.t
  drop constraint c;
-- ! blocks_reads
drop index public.i;
-- ! blocks_reads
drop index public.j;
-- ! blocks_reads
alter table public.t
  drop column g;
-- ! blocks_reads
alter table only public.t
  alter column e drop default;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column e type text using e::text;
drop function public.n(public.e);
drop type public.e;
-- ! fails_on_rows, breaks_clients
create type public.e as enum (
  'b',
  'c'
);
revoke all on type public.e from public;
grant usage on type public.e to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column e type public.e using e::public.e;
-- ! blocks_reads
alter table only public.t
  alter column e set default 'b'::public.e;
create function public.n(public.e)
returns integer
language sql
immutable
as $$select case $1 when 'c' then 1 else 2 end$$;
revoke all on function public.n(public.e) from public;
grant execute on function public.n(public.e) to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  add column g integer generated always as (public.n(e)) stored;
-- ! scan, blocks_reads
alter table public.t
  add constraint c check ((public.n(e) > 0));
-- ! scan, blocks_writes
create index i on public.t using btree (public.n(e));
-- ! scan, blocks_writes
create index j on public.t using btree (g);

-- down
-- ! blocks_reads
alter table public.t
  drop constraint c;
-- ! blocks_reads
drop index public.i;
-- ! blocks_reads
drop index public.j;
-- ! blocks_reads
alter table public.t
  drop column g;
-- ! blocks_reads
alter table only public.t
  alter column e drop default;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column e type text using e::text;
drop function public.n(public.e);
drop type public.e;
-- ! fails_on_rows, breaks_clients
create type public.e as enum (
  'a',
  'b'
);
revoke all on type public.e from public;
grant usage on type public.e to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column e type public.e using e::public.e;
-- ! blocks_reads
alter table only public.t
  alter column e set default 'a'::public.e;
create function public.n(public.e)
returns integer
language sql
immutable
as $$select case $1 when 'a' then 1 else 2 end$$;
revoke all on function public.n(public.e) from public;
grant execute on function public.n(public.e) to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  add column g integer generated always as (public.n(e)) stored;
-- ! scan, blocks_reads
alter table public.t
  add constraint c check ((public.n(e) > 0));
-- ! scan, blocks_writes
create index i on public.t using btree (public.n(e));
-- ! scan, blocks_writes
create index j on public.t using btree (g);
