-- up
drop extension hstore;
create extension hstore with schema ext;

-- down
drop extension hstore;
create extension hstore with schema public;
