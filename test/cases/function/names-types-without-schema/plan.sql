-- up
create sequence public.zs;
create table public.zagents (
  item integer,
  cents integer
);
create table public.zt (
  c numeric(10,2)
);
-- ! data_loss, breaks_clients
drop table public.x;
-- ! opens_access
create function public.a1()
returns void
language plpgsql
as $$ declare r zagents%rowtype; v zt.c%type; n bigint := nextval('zs'); begin select * into r from zagents; v := 1; end $$;
-- ! opens_access
create function public.a2()
returns integer
language sql
as $$ select nextval('zs')::int $$;
-- ! opens_access
create function public.a3(j text)
returns integer
language sql
as $$ select (x).item from (select row(1,2)::zagents as x) q $$;
-- ! opens_access
create function public.a4()
returns public.zagents
language plpgsql
as $$ declare r record; begin return row(1,2)::zagents; end $$;

-- down
-- ! breaks_clients
drop function public.a1();
-- ! breaks_clients
drop function public.a2();
-- ! breaks_clients
drop function public.a3(text);
-- ! breaks_clients
drop function public.a4();
-- ! data_loss, breaks_clients
drop sequence public.zs;
create table public.x (
  id integer
);
-- ! data_loss, breaks_clients
drop table public.zagents;
-- ! data_loss, breaks_clients
drop table public.zt;
