-- up
alter type "a.b".t add value 'z' after 'x';
alter type a."b.t" add value 'y' before 'x';

-- the next migration
drop function "a.b".f();
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table "a.b".c
  alter column id type bigint,
  add column n integer;
-- ! blocks_reads
alter table only public.t
  alter column y set default 'z'::"a.b".t;
-- ! blocks_reads
alter table a."b.c"
  add column m integer;
-- ! breaks_clients
create function "a.b".f()
returns bigint
language sql
as $$select 1$$;

-- down
alter type "a.b".t rename to t_old;
drop function "a.b".f();
alter type a."b.t" rename to "b.t_old";
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table "a.b".c
  alter column id type integer,
  drop column n;
-- ! fails_on_rows, breaks_clients
create type "a.b".t as enum (
  'x'
);
-- ! fails_on_rows, breaks_clients
create type a."b.t" as enum (
  'x'
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column y drop default,
  alter column y type "a.b".t using y::text::"a.b".t,
  alter column x type a."b.t" using x::text::a."b.t";
-- ! data_loss, blocks_reads, breaks_clients
alter table a."b.c"
  drop column m;
-- ! breaks_clients
create function "a.b".f()
returns integer
language sql
as $$select 1$$;
drop type "a.b".t_old;
drop type a."b.t_old";
