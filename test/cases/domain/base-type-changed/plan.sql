-- up
drop function public.f(public.n);
drop view public.v;
-- ! blocks_reads
alter table public.t
  drop constraint k;
-- ! blocks_reads
alter table only public.t
  alter column a drop default;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column a type text using a::text;
drop domain public.n;
-- ! fails_on_rows, breaks_clients
create domain public.n as bigint
  constraint c check ((value > 0));
revoke all on domain public.n from public;
grant usage on domain public.n to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column a type public.n using a::public.n;
-- ! blocks_reads
alter table only public.t
  alter column a set default 5;
create function public.f(a public.n)
returns public.n
language sql
as $$select a$$;
revoke all on function public.f(public.n) from public;
grant execute on function public.f(public.n) to public;
create view public.v as
 select a
   from public.t;
-- ! scan, blocks_reads
alter table public.t
  add constraint k unique (a);

-- down
drop function public.f(public.n);
drop view public.v;
-- ! blocks_reads
alter table public.t
  drop constraint k;
-- ! blocks_reads
alter table only public.t
  alter column a drop default;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column a type text using a::text;
drop domain public.n;
-- ! fails_on_rows, breaks_clients
create domain public.n as integer
  constraint c check ((value > 0));
revoke all on domain public.n from public;
grant usage on domain public.n to public;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column a type public.n using a::public.n;
-- ! blocks_reads
alter table only public.t
  alter column a set default 5;
create function public.f(a public.n)
returns public.n
language sql
as $$select a$$;
revoke all on function public.f(public.n) from public;
grant execute on function public.f(public.n) to public;
create view public.v as
 select a
   from public.t;
-- ! scan, blocks_reads
alter table public.t
  add constraint k unique (a);
