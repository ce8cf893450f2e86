-- up
alter type "a.b".t add value 'z' after 'x';
alter type a."b.t" add value 'y' before 'x';

-- the next migration
drop function "a.b".f();
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table "a.b".c
  alter column id type bigint;
-- ! blocks_reads
alter table only public.t
  alter column y set default 'z'::"a.b".t;
-- ! blocks_reads
alter table "a.b".c
  add column n integer;
-- ! blocks_reads
alter table a."b.c"
  add column m integer;
-- ! breaks_clients
create function "a.b".f()
returns bigint
language sql
as $$select 1$$;
revoke all on function "a.b".f() from public;
grant execute on function "a.b".f() to public;

-- down
-- ! blocks_reads
alter table only public.t
  alter column y drop default;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column y type text using y::text;
drop type "a.b".t;
drop function "a.b".f();
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column x type text using x::text;
drop type a."b.t";
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table "a.b".c
  alter column id type integer;
-- ! fails_on_rows, breaks_clients
create type "a.b".t as enum (
  'x'
);
revoke all on type "a.b".t from public;
grant usage on type "a.b".t to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column y type "a.b".t using y::"a.b".t;
-- ! blocks_reads
alter table only public.t
  alter column y drop default;
-- ! fails_on_rows, breaks_clients
create type a."b.t" as enum (
  'x'
);
revoke all on type a."b.t" from public;
grant usage on type a."b.t" to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column x type a."b.t" using x::a."b.t";
-- ! data_loss, blocks_reads, breaks_clients
alter table "a.b".c
  drop column n;
-- ! data_loss, blocks_reads, breaks_clients
alter table a."b.c"
  drop column m;
-- ! breaks_clients
create function "a.b".f()
returns integer
language sql
as $$select 1$$;
revoke all on function "a.b".f() from public;
grant execute on function "a.b".f() to public;
