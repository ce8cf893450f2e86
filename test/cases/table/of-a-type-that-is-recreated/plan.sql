-- up
drop view public.gv;
-- ! blocks_reads
alter table public.g
  drop column q;
drop cast (integer as public.pt);
drop function public.mk(integer);
drop function public.lst();
drop operator public.=== (public.pt, public.pt);
drop function public.eqp(public.pt, public.pt);
-- ! blocks_reads
drop index public.g_px_idx;
drop function public.px(public.pt);
-- ! blocks_reads
alter table public.gt
  not of;
alter type public.pt
  add attribute z text;
alter type public.pt rename to pt_old;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.gt
  alter column x type bigint,
  add column z text;
-- ! breaks_clients
create type public.pt as (
  x bigint,
  y integer,
  z text
);
create function public.mk(integer)
returns public.pt
language sql
immutable
as $$select row($1,0,null)::public.pt$$;
create cast (integer as public.pt)
  with function public.mk(integer) as assignment;
-- ! breaks_clients
create function public.px(public.pt)
returns bigint
language sql
immutable
as $$select ($1).x$$;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.g
  alter column p type public.pt using case when p is distinct from null then row((p).x, (p).y, null)::public.pt end,
  alter column ps type public.pt[] using ps::text[]::public.pt[],
  add column q bigint generated always as (public.px(p)) stored;
create function public.eqp(
  public.pt,
  public.pt
)
returns boolean
language sql
immutable
as $$select ($1).x = ($2).x$$;
create operator public.=== (
  function = public.eqp,
  leftarg = public.pt,
  rightarg = public.pt
);
-- ! breaks_clients
create view public.gv as
 select id,
    p,
    ps,
    q
   from public.g
  where (p operator(public.===) row((1)::bigint, 2, null::text)::public.pt);
create function public.lst()
returns table (
  a public.pt,
  b integer
)
language sql
as $$select p, id from g$$;
-- ! scan, blocks_writes
create index g_px_idx on public.g using btree (public.px(p));
drop type public.pt_old;
-- ! blocks_reads
alter table public.gt
  of public.pt;

-- down
drop view public.gv;
-- ! blocks_reads
alter table public.g
  drop column q;
drop cast (integer as public.pt);
drop function public.mk(integer);
drop function public.lst();
drop operator public.=== (public.pt, public.pt);
drop function public.eqp(public.pt, public.pt);
-- ! blocks_reads
drop index public.g_px_idx;
drop function public.px(public.pt);
-- ! blocks_reads
alter table public.gt
  not of;
alter type public.pt
  drop attribute z;
alter type public.pt rename to pt_old;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.gt
  alter column x type integer,
  drop column z;
-- ! data_loss, fails_on_rows, breaks_clients
create type public.pt as (
  x integer,
  y integer
);
create function public.mk(integer)
returns public.pt
language sql
immutable
as $$select row($1,0)::public.pt$$;
create cast (integer as public.pt)
  with function public.mk(integer) as assignment;
-- ! breaks_clients
create function public.px(public.pt)
returns integer
language sql
immutable
as $$select ($1).x$$;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.g
  alter column p type public.pt using p::text::public.pt,
  alter column ps type public.pt[] using ps::text[]::public.pt[],
  add column q integer generated always as (public.px(p)) stored;
create function public.eqp(
  public.pt,
  public.pt
)
returns boolean
language sql
immutable
as $$select ($1).x = ($2).x$$;
create operator public.=== (
  function = public.eqp,
  leftarg = public.pt,
  rightarg = public.pt
);
-- ! breaks_clients
create view public.gv as
 select id,
    p,
    ps,
    q
   from public.g
  where (p operator(public.===) row(1, 2)::public.pt);
create function public.lst()
returns table (
  a public.pt,
  b integer
)
language sql
as $$select p, id from g$$;
-- ! scan, blocks_writes
create index g_px_idx on public.g using btree (public.px(p));
drop type public.pt_old;
-- ! blocks_reads
alter table public.gt
  of public.pt;
