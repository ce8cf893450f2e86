-- up
alter index public.ia rename to renamed_5lbj18;
alter index public.ib rename to ia;
alter index public.renamed_5lbj18 rename to ib;
drop function public.f();
drop function public.g();
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.b
  alter column id type integer,
  add column x text;
-- ! blocks_reads
alter table public.a
  add column y text;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.b
  drop column y;
-- ! blocks_reads
create or replace view public.va as
 select id,
    x
   from public.b;
-- ! data_loss, rewrite, scan, blocks_reads, breaks_clients
alter table public.a
  alter column id type bigint,
  drop column x;
-- ! breaks_clients
create function public.f()
returns text
language sql
as $$select 'a'$$;
-- ! breaks_clients
create function public.g()
returns integer
language sql
as $$select 1$$;

-- down
alter index public.ib rename to renamed_1m448qx;
alter index public.ia rename to ib;
alter index public.renamed_1m448qx rename to ia;
drop function public.f();
drop function public.g();
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.a
  alter column id type integer,
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
-- ! data_loss, rewrite, scan, blocks_reads, breaks_clients
alter table public.b
  alter column id type bigint,
  drop column x;
-- ! breaks_clients
create function public.f()
returns integer
language sql
as $$select 1$$;
-- ! breaks_clients
create function public.g()
returns text
language sql
as $$select 'a'$$;
