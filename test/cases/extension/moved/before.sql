create schema ext;
create extension hstore with schema public;
