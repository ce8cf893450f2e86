-- up
-- ! opens_access
create view public.v as
 with recursive v(n) as (
         select 1 as "?column?"
        union all
         select (v_1.n + 1)
           from v v_1
          where (v_1.n < 5)
        )
 select n
   from v;

-- down
-- ! breaks_clients
drop view public.v;
