-- up
drop materialized view public.m;
drop view public.w;
drop view public.v;
-- ! blocks_reads
drop policy own on public.t;
-- ! blocks_reads
drop rule r on public.t;
-- ! blocks_reads
drop trigger touch on public.t;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column n type bigint;
-- ! scan, breaks_clients
create materialized view public.m as
 select n
   from public.t;
-- ! breaks_clients
create view public.v as
 select id,
    n
   from public.t;
grant select on table public.v to anon;
-- ! breaks_clients
create view public.w
with (security_invoker=true) as
 select (n + 1) as m
   from public.v;
-- ! blocks_reads
create policy own on public.t
  for select
  to anon
  using (n = 1);
-- ! blocks_reads
create rule r as
    on delete to public.t
   where (old.n = 1) do instead nothing;
-- ! blocks_writes
create trigger touch before update of n on public.t for each row when ((new.n > 3)) execute function public.touch();
-- ! blocks_writes
alter table public.t disable trigger touch;
comment on trigger touch on public.t is 'Touches.';
-- ! scan, blocks_writes
create unique index m_n_idx on public.m using btree (n);
comment on column public.v.n is 'N.';

-- down
drop materialized view public.m;
drop view public.w;
drop view public.v;
-- ! blocks_reads
drop policy own on public.t;
-- ! blocks_reads
drop rule r on public.t;
-- ! blocks_reads
drop trigger touch on public.t;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column n type integer;
-- ! scan, breaks_clients
create materialized view public.m as
 select n
   from public.t;
-- ! breaks_clients
create view public.v as
 select id,
    n
   from public.t;
grant select on table public.v to anon;
-- ! breaks_clients
create view public.w
with (security_invoker=true) as
 select (n + 1) as m
   from public.v;
-- ! blocks_reads
create policy own on public.t
  for select
  to anon
  using (n = 1);
-- ! blocks_reads
create rule r as
    on delete to public.t
   where (old.n = 1) do instead nothing;
-- ! blocks_writes
create trigger touch before update of n on public.t for each row when ((new.n > 3)) execute function public.touch();
-- ! blocks_writes
alter table public.t disable trigger touch;
comment on trigger touch on public.t is 'Touches.';
-- ! scan, blocks_writes
create unique index m_n_idx on public.m using btree (n);
comment on column public.v.n is 'N.';
