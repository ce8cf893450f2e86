-- up
drop function public.f();
drop function public.g();
-- ! blocks_reads
drop index public.ia;
-- ! blocks_reads
drop index public.ib;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.b
  alter column id type integer;
-- ! blocks_reads
alter table public.a
  add column y text;
-- ! blocks_reads
alter table public.b
  add column x text;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.b
  drop column y;
-- ! blocks_reads
create or replace view public.va as
 select id,
    x
   from public.b;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.a
  alter column id type bigint;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.a
  drop column x;
-- ! breaks_clients
create function public.f()
returns text
language sql
as $$select 'a'$$;
revoke all on function public.f() from public;
grant execute on function public.f() to public;
-- ! breaks_clients
create function public.g()
returns integer
language sql
as $$select 1$$;
revoke all on function public.g() from public;
grant execute on function public.g() to public;
-- ! scan, blocks_writes
create index ib on public.a using btree (id);
-- ! scan, blocks_writes
create index ia on public.b using btree (id);

-- down
drop function public.f();
drop function public.g();
-- ! blocks_reads
drop index public.ib;
-- ! blocks_reads
drop index public.ia;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.a
  alter column id type integer;
-- ! blocks_reads
alter table public.a
  add column x text;
-- ! blocks_reads
alter table public.b
  add column y text;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.a
  drop column y;
-- ! blocks_reads
create or replace view public.va as
 select id,
    x
   from public.a;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.b
  alter column id type bigint;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.b
  drop column x;
-- ! breaks_clients
create function public.f()
returns integer
language sql
as $$select 1$$;
revoke all on function public.f() from public;
grant execute on function public.f() to public;
-- ! breaks_clients
create function public.g()
returns text
language sql
as $$select 'a'$$;
revoke all on function public.g() from public;
grant execute on function public.g() to public;
-- ! scan, blocks_writes
create index ia on public.a using btree (id);
-- ! scan, blocks_writes
create index ib on public.b using btree (id);
