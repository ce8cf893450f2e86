-- up
drop materialized view public.c;
drop view public.b;
drop materialized view public.a;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column a type bigint;
-- ! scan, breaks_clients
create materialized view public.a as
 select a
   from public.t;
-- ! breaks_clients
create view public.b as
 select a
   from public.a;
-- ! scan, breaks_clients
create materialized view public.c as
 select a
   from public.b;
-- ! scan, blocks_writes
create index i on public.c using btree (a);

-- down
drop materialized view public.c;
drop view public.b;
drop materialized view public.a;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column a type integer;
-- ! scan, breaks_clients
create materialized view public.a as
 select a
   from public.t;
-- ! breaks_clients
create view public.b as
 select a
   from public.a;
-- ! scan, breaks_clients
create materialized view public.c as
 select a
   from public.b;
-- ! scan, blocks_writes
create index i on public.c using btree (a);
