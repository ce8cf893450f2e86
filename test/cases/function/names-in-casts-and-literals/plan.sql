-- up
create domain public.zdom as text;
create type public.zmood as enum (
  'a',
  'b'
);
create table public.zt (
  a integer
);
-- ! data_loss, breaks_clients
drop table public.x;
-- ! opens_access
create function public.called()
returns integer
language sql
stable
as $$ select count(*)::int from zt $$;
-- ! opens_access
create function public.casts()
returns regclass
language sql
as $$ select 'zt'::regclass $$;
-- ! opens_access
create function public.dom(x public.zdom)
returns public.zdom
language sql
as $$ select x::zdom $$;
-- ! opens_access
create function public.dy()
returns void
language plpgsql
as $$ begin execute 'insert into zt values (1)'; perform 1 from zt; end $$;
-- ! opens_access
create function public.enumlit()
returns text
language sql
as $$ select 'a'::zmood::text $$;
-- ! opens_access
create view public.vv as
 select public.called() as c;

-- down
-- ! breaks_clients
drop function public.casts();
-- ! breaks_clients
drop function public.dom(public.zdom);
-- ! breaks_clients
drop domain public.zdom;
-- ! breaks_clients
drop function public.dy();
-- ! breaks_clients
drop function public.enumlit();
-- ! breaks_clients
drop type public.zmood;
-- ! breaks_clients
drop view public.vv;
-- ! breaks_clients
drop function public.called();
create table public.x (
  id integer
);
-- ! data_loss, breaks_clients
drop table public.zt;
