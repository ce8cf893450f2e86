-- up
drop extension hstore;
create extension hstore with schema ext;
comment on extension hstore is 'data type for storing sets of (key, value) pairs';

-- down
drop extension hstore;
create extension hstore with schema public;
comment on extension hstore is 'data type for storing sets of (key, value) pairs';
