create table zz (a int, b text);
create function s1() returns setof zz language sql as $$ select * from zz $$;
create function s2() returns table (a int, b text) language sql as $$ select a, b from zz $$;
create function s3() returns setof record language sql as $$ select a, b from zz $$;
create view m as select * from s1() where a in (select a from s2());
create function agg_s(s int, v int) returns int language sql as $$ select s + coalesce(v, (select max(a) from zz)) $$;
create aggregate mysum(int) (sfunc = agg_s, stype = int, initcond = '0');
create function use_agg() returns bigint language sql as $$ select mysum(a) from zz $$;
