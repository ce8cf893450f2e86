-- up
drop view public.v;
-- ! breaks_clients
create view public.v as
 select b,
    a
   from public.t;
comment on column public.v.b is 'B';
grant select on table public.v to anon with grant option;
grant update (a) on table public.v to authenticated;

-- down
drop view public.v;
-- ! breaks_clients
create view public.v as
 select a,
    b
   from public.t;
comment on column public.v.b is 'B';
grant select on table public.v to anon with grant option;
grant update (a) on table public.v to authenticated;
