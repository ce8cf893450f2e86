-- up
drop function public.f(public.e);
drop view public.v;
alter type public.e rename to e_old;
-- ! fails_on_rows, breaks_clients
create type public.e as enum (
  'b'
);
revoke all on type public.e from public;
grant usage on type public.e to anon;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column e type public.e using e::text::public.e;
create function public.f(e public.e)
returns integer
language sql
as $$select 1$$;
revoke all on function public.f(public.e) from public;
grant execute on function public.f(public.e) to anon;
create view public.v as
 select e
   from public.t;
grant select on table public.v to anon;
drop type public.e_old;

-- down
alter type public.e add value 'a' before 'b';
