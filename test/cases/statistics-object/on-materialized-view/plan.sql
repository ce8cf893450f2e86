-- up
drop materialized view public.m;
-- ! scan
create materialized view public.m as
 select a,
    b,
    1 as c
   from public.t;
create statistics public.st
  on a, b
  from public.m;
alter statistics public.st set statistics 9;

-- down
drop materialized view public.m;
-- ! scan, breaks_clients
create materialized view public.m as
 select a,
    b
   from public.t;
create statistics public.st
  on a, b
  from public.m;
alter statistics public.st set statistics 9;
