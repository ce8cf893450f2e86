-- up
drop view public.v;
-- ! breaks_clients
create view public.v as
 select a,
    b
   from public.t;
comment on view public.v is 'V.';
grant select on table public.v to anon;

-- down
drop view public.v;
-- ! breaks_clients
create view public.v as
 select b
   from public.t;
comment on view public.v is 'V.';
grant select on table public.v to anon;
