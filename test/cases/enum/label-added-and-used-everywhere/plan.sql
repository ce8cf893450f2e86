-- up
alter type public.e add value 'z' before 'a';
alter type public.e add value 'c' after 'b';

-- the next migration
-- ! blocks_reads
alter table public.t
  drop constraint t_check;
alter domain public.d
  drop constraint d_check;
drop function public.f(public.e);
-- ! blocks_reads
alter table only public.t
  alter column e set default 'c'::public.e;
alter domain public.d
  set default 'z'::public.e;
-- ! blocks_reads
alter table public.t
  add column f public.e[] default '{z,c}'::public.e[];
-- ! blocks_reads
create or replace view public.v as
 select id,
    e,
    f
   from public.t
  where (e = 'c'::public.e);
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint t_check check (((e <> 'z'::public.e) or (id > 0)));
alter domain public.d
  add constraint d_check check ((value = any (array['a'::public.e, 'z'::public.e])));
create function public.f(public.e default 'z'::public.e)
 returns public.e
 language sql
begin atomic
 select 'c'::public.e as e;
end
;
revoke all on function public.f(public.e) from public;
grant execute on function public.f(public.e) to public;
-- ! scan, blocks_writes
create index ti on public.t using btree (e) where (e = 'z'::public.e);
-- ! blocks_reads, opens_access
create policy p on public.t
  for all
  to public
  using (e = 'z'::public.e);

-- down
-- ! blocks_reads
alter table public.t
  drop constraint t_check;
drop domain public.d;
drop function public.f(public.e);
-- ! blocks_reads
drop index public.ti;
-- ! blocks_reads, breaks_clients
drop policy p on public.t;
drop view public.v;
-- ! blocks_reads
alter table only public.t
  alter column e drop default;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column e type text using e::text;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column f;
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
create domain public.d as public.e
  constraint d_check check ((value = 'a'::public.e));
revoke all on domain public.d from public;
grant usage on domain public.d to public;
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint t_check check (((e <> 'b'::public.e) or (id > 0)));
create function public.f(public.e default 'a'::public.e)
returns public.e
language sql
as $$select $1$$;
revoke all on function public.f(public.e) from public;
grant execute on function public.f(public.e) to public;
-- ! breaks_clients
create view public.v as
 select id,
    e
   from public.t
  where (e = 'a'::public.e);
