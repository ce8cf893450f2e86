-- up
drop function public.f(public.rmulti);
drop view public.v;
-- ! rewrite, scan, blocks_reads
alter table public.t
  drop constraint t_m_check,
  alter column m drop default,
  alter column m type text using m::text,
  drop constraint ex,
  alter column a drop default,
  alter column a type text using a::text;
-- ! rewrite, scan, blocks_reads
alter table public.t2
  alter column d type text using d::text;
drop domain public.rd;
drop type public.r;
-- ! breaks_clients
create type public.r as range (
  subtype = bigint,
  multirange_type_name = public.rmulti
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column a type public.r using a::public.r,
  alter column a set default '[1,2)'::public.r,
  alter column m type public.rmulti using m::public.rmulti,
  alter column m set default '{[1,2)}'::public.rmulti,
  add constraint t_m_check check ((m <> '{}'::public.rmulti)),
  add constraint ex exclude using gist (a with &&);
-- ! fails_on_rows
create domain public.rd as public.r
  constraint rd_check check ((not isempty(value)));
-- ! rewrite, scan, blocks_reads
alter table public.t2
  alter column d type public.rd using d::public.rd;
create function public.f(public.rmulti)
returns integer
language sql
as $$select 1$$;
create view public.v as
 select id,
    m
   from public.t;

-- down
drop function public.f(public.rmulti);
drop view public.v;
-- ! rewrite, scan, blocks_reads
alter table public.t
  drop constraint t_m_check,
  alter column m drop default,
  alter column m type text using m::text,
  drop constraint ex,
  alter column a drop default,
  alter column a type text using a::text;
-- ! rewrite, scan, blocks_reads
alter table public.t2
  alter column d type text using d::text;
drop domain public.rd;
drop type public.r;
-- ! fails_on_rows, breaks_clients
create type public.r as range (
  subtype = integer,
  multirange_type_name = public.rmulti
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column a type public.r using a::public.r,
  alter column a set default '[1,2)'::public.r,
  alter column m type public.rmulti using m::public.rmulti,
  alter column m set default '{[1,2)}'::public.rmulti,
  add constraint t_m_check check ((m <> '{}'::public.rmulti)),
  add constraint ex exclude using gist (a with &&);
-- ! fails_on_rows
create domain public.rd as public.r
  constraint rd_check check ((not isempty(value)));
-- ! rewrite, scan, blocks_reads
alter table public.t2
  alter column d type public.rd using d::public.rd;
create function public.f(public.rmulti)
returns integer
language sql
as $$select 1$$;
create view public.v as
 select id,
    m
   from public.t;
