create table zagents (item int, cents int);
create table zt (c numeric(10,2));
create sequence zs;
create function a1() returns void language plpgsql as $$ declare r zagents%rowtype; v zt.c%type; n bigint := nextval('zs'); begin select * into r from zagents; v := 1; end $$;
create function a2() returns int language sql as $$ select nextval('zs')::int $$;
create function a3(j text) returns int language sql as $$ select (x).item from (select row(1,2)::zagents as x) q $$;
create function a4() returns zagents language plpgsql as $$ declare r record; begin return row(1,2)::zagents; end $$;
