create table zt (a int);
create function dy() returns void language plpgsql as $$ begin execute 'insert into zt values (1)'; perform 1 from zt; end $$;
create function called() returns int language sql stable as $$ select count(*)::int from zt $$;
create view vv as select called() as c;
create function casts() returns regclass language sql as $$ select 'zt'::regclass $$;
create type zmood as enum ('a','b');
create function enumlit() returns text language sql as $$ select 'a'::zmood::text $$;
create domain zdom as text;
create function dom(x zdom) returns zdom language sql as $$ select x::zdom $$;
