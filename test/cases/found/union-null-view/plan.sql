-- up
create table public.one_side (
  a integer,
  b integer
);
create table public.two_side (
  a integer
);
-- ! opens_access
create view public.both_sides as
 select a,
    b
   from ( select one_side.a,
            one_side.b
           from public.one_side
        union all
         select two_side.a,
            null::integer
           from public.two_side) q;

-- down
-- ! breaks_clients
drop view public.both_sides;
-- ! data_loss, breaks_clients
drop table public.one_side;
-- ! data_loss, breaks_clients
drop table public.two_side;
