-- up
-- ! blocks_reads
create or replace view public.v as
 select a,
    b
   from public.t;

-- down
drop function public.f();
drop view public.v;
-- ! breaks_clients, breaks_functions
create view public.v as
 select a
   from public.t;
create function public.f()
returns setof public.v
language sql
as $$select * from public.v$$;
