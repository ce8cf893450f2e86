create schema app;
create procedure app.p(integer) language sql as 'select $1';
create aggregate app.total(integer) (sfunc = pg_catalog.int4pl, stype = integer);
