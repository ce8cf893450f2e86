-- up
alter type public.e add value 'z' before 'a';
alter type public.e add value 'c' after 'b';

-- the next migration
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  drop constraint t_check,
  alter column e set default 'c'::public.e,
  add column f public.e[] default '{z,c}'::public.e[],
  add constraint t_check check (((e <> 'z'::public.e) or (id > 0)));
alter domain public.d
  drop constraint d_check;
alter domain public.d
  set default 'z'::public.e;
create or replace function public.f(public.e default 'z'::public.e)
 returns public.e
 language sql
begin atomic
 select 'c'::public.e as e;
end
;
-- ! blocks_reads
create or replace view public.v as
 select id,
    e,
    f
   from public.t
  where (e = 'c'::public.e);
alter domain public.d
  add constraint d_check check ((value = any (array['a'::public.e, 'z'::public.e])));
-- ! scan, blocks_writes
create index ti on public.t using btree (e) where (e = 'z'::public.e);
-- ! blocks_reads, opens_access
create policy p on public.t
  for all
  to public
  using (e = 'z'::public.e);

-- down
drop domain public.d;
drop function public.f(public.e);
-- ! blocks_reads
drop index public.ti;
-- ! blocks_reads, breaks_clients
drop policy p on public.t;
drop view public.v;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop constraint t_check,
  drop column f;
alter type public.e rename to e_old;
-- ! fails_on_rows, breaks_clients
create type public.e as enum (
  'a',
  'b'
);
-- ! rewrite, scan, blocks_reads, fails_on_rows
alter table public.t
  alter column e drop default,
  alter column e type public.e using e::text::public.e,
  alter column e set default 'a'::public.e,
  add constraint t_check check (((e <> 'b'::public.e) or (id > 0)));
create domain public.d as public.e
  constraint d_check check ((value = 'a'::public.e));
create function public.f(public.e default 'a'::public.e)
returns public.e
language sql
as $$select $1$$;
-- ! breaks_clients
create view public.v as
 select id,
    e
   from public.t
  where (e = 'a'::public.e);
drop type public.e_old;
