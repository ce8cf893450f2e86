-- up
drop materialized view public.m;
drop view public.v;
drop aggregate public.g(public.e);
drop function public.f(public.e);
drop procedure public.p(public.e);
drop type public.e;
-- ! breaks_clients
create type public.e as enum (
  'b'
);
comment on type public.e is 'e';
revoke all on type public.e from public;
grant usage on type public.e to anon;
create materialized view public.m as
 select 'b'::public.e as x;
comment on materialized view public.m is 'm';
grant select on table public.m to authenticated;
create aggregate public.g(public.e) (
  sfunc = enum_larger,
  stype = public.e
);
comment on aggregate public.g(public.e) is 'g';
revoke all on function public.g(public.e) from public;
create function public.f(e public.e)
returns public.e
language sql
as $$select $1$$;
comment on function public.f(public.e) is 'f';
revoke all on function public.f(public.e) from public;
grant execute on function public.f(public.e) to anon with grant option;
create view public.v as
 select public.f('b'::public.e) as x;
comment on view public.v is 'v';
create procedure public.p(in public.e)
language sql
as $$select 1$$;
comment on procedure public.p(public.e) is 'p';
revoke all on procedure public.p(public.e) from public;
grant execute on procedure public.p(public.e) to anon;
-- ! scan, blocks_writes
create index mi on public.m using btree (x);
comment on index public.mi is 'mi';
comment on column public.m.x is 'mx';
comment on column public.v.x is 'x';
grant select (x) on table public.v to anon;

-- down
drop materialized view public.m;
drop view public.v;
drop aggregate public.g(public.e);
drop function public.f(public.e);
drop procedure public.p(public.e);
drop type public.e;
-- ! breaks_clients
create type public.e as enum (
  'a'
);
comment on type public.e is 'e';
revoke all on type public.e from public;
grant usage on type public.e to anon;
create materialized view public.m as
 select 'a'::public.e as x;
comment on materialized view public.m is 'm';
grant select on table public.m to authenticated;
create aggregate public.g(public.e) (
  sfunc = enum_larger,
  stype = public.e
);
comment on aggregate public.g(public.e) is 'g';
revoke all on function public.g(public.e) from public;
create function public.f(e public.e)
returns public.e
language sql
as $$select $1$$;
comment on function public.f(public.e) is 'f';
revoke all on function public.f(public.e) from public;
grant execute on function public.f(public.e) to anon with grant option;
create view public.v as
 select public.f('a'::public.e) as x;
comment on view public.v is 'v';
create procedure public.p(in public.e)
language sql
as $$select 1$$;
comment on procedure public.p(public.e) is 'p';
revoke all on procedure public.p(public.e) from public;
grant execute on procedure public.p(public.e) to anon;
-- ! scan, blocks_writes
create index mi on public.m using btree (x);
comment on index public.mi is 'mi';
comment on column public.m.x is 'mx';
comment on column public.v.x is 'x';
grant select (x) on table public.v to anon;
