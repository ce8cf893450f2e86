-- up
drop function public.f(public.n);
drop view public.v;
alter domain public.n rename to n_old;
-- ! fails_on_rows, breaks_clients
create domain public.n as bigint
  constraint c check ((value > 0));
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column a drop default,
  alter column a type public.n,
  alter column a set default 5;
create function public.f(a public.n)
returns public.n
language sql
as $$select a$$;
create view public.v as
 select a
   from public.t;
drop domain public.n_old;

-- down
drop function public.f(public.n);
drop view public.v;
alter domain public.n rename to n_old;
-- ! fails_on_rows, breaks_clients
create domain public.n as integer
  constraint c check ((value > 0));
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column a drop default,
  alter column a type public.n,
  alter column a set default 5;
create function public.f(a public.n)
returns public.n
language sql
as $$select a$$;
create view public.v as
 select a
   from public.t;
drop domain public.n_old;
