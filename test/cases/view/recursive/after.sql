create table public.t (a integer, b integer);
create recursive view public.v (n) as select 1 union all select n + 1 from v where n < 5;
