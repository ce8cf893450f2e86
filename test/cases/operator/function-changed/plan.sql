-- up
-- ! blocks_reads
alter table public.t
  drop column near,
  drop constraint t_near;
alter domain public.close
  drop constraint close_check;
drop function public.here(integer);
-- ! blocks_reads
drop index public.t_near_idx;
drop materialized view public.m;
-- ! blocks_reads
drop policy own on public.t;
-- ! blocks_reads
drop trigger tr on public.t;
drop view public.v;
drop operator public.~~~ (integer, integer);
-- ! changes_statements
create operator public.~~~ (
  function = public.nearer,
  leftarg = integer,
  rightarg = integer,
  commutator = operator(public.~~~),
  negator = operator(public.!~~~)
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  add column near boolean generated always as ((a operator(public.~~~) 7)) stored,
  add constraint t_near check ((a operator(public.~~~) 7));
alter domain public.close
  add constraint close_check check ((value operator(public.~~~) 7));
create function public.here(a integer)
 returns boolean
 language sql
 immutable
begin atomic
 select (a operator(public.~~~) 7);
end
;
-- ! scan, blocks_writes
create index t_near_idx on public.t using btree (a) where (a operator(public.~~~) 7);
-- ! scan
create materialized view public.m as
 select count(*) as n
   from public.t
  where (a operator(public.~~~) 8);
-- ! blocks_reads
create policy own on public.t
  for select
  to public
  using (a operator(public.~~~) 7);
-- ! blocks_writes
create trigger tr before update on public.t for each row when ((new.a operator(public.~~~) old.a)) execute function public.f();
create view public.v as
 select id
   from public.t
  where (a operator(public.~~~) 7);
-- ! blocks_reads
create rule r as
    on delete to public.v
   where (old.id operator(public.~~~) 1) do instead nothing;

-- down
-- ! blocks_reads
alter table public.t
  drop column near,
  drop constraint t_near;
alter domain public.close
  drop constraint close_check;
drop function public.here(integer);
-- ! blocks_reads
drop index public.t_near_idx;
drop materialized view public.m;
-- ! blocks_reads
drop policy own on public.t;
-- ! blocks_reads
drop trigger tr on public.t;
drop view public.v;
drop operator public.~~~ (integer, integer);
-- ! changes_statements
create operator public.~~~ (
  function = public.near,
  leftarg = integer,
  rightarg = integer,
  commutator = operator(public.~~~),
  negator = operator(public.!~~~)
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  add column near boolean generated always as ((a operator(public.~~~) 7)) stored,
  add constraint t_near check ((a operator(public.~~~) 7));
alter domain public.close
  add constraint close_check check ((value operator(public.~~~) 7));
create function public.here(a integer)
 returns boolean
 language sql
 immutable
begin atomic
 select (a operator(public.~~~) 7);
end
;
-- ! scan, blocks_writes
create index t_near_idx on public.t using btree (a) where (a operator(public.~~~) 7);
-- ! scan
create materialized view public.m as
 select count(*) as n
   from public.t
  where (a operator(public.~~~) 8);
-- ! blocks_reads
create policy own on public.t
  for select
  to public
  using (a operator(public.~~~) 7);
-- ! blocks_writes
create trigger tr before update on public.t for each row when ((new.a operator(public.~~~) old.a)) execute function public.f();
create view public.v as
 select id
   from public.t
  where (a operator(public.~~~) 7);
-- ! blocks_reads
create rule r as
    on delete to public.v
   where (old.id operator(public.~~~) 1) do instead nothing;
