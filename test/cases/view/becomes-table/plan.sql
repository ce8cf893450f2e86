-- up
drop view public.v;
drop function public.f();
-- ! breaks_clients, breaks_functions
drop view public.t;
create table public.t (
  id integer,
  more text
);
-- ! opens_access
grant select on table public.t to anon;
create view public.v as
 select id,
    more
   from public.t;
create function public.f()
returns setof public.t
language sql
as $$select * from public.t$$;

-- down
drop view public.v;
drop function public.f();
-- ! data_loss, breaks_clients, breaks_functions
drop table public.t;
-- ! opens_access
create view public.t as
 select 1 as id;
-- ! opens_access
grant select on table public.t to anon;
-- ! breaks_clients
create view public.v as
 select id
   from public.t;
create function public.f()
returns setof public.t
language sql
as $$select * from public.t$$;
