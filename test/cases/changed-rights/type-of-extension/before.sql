-- superuser, of the plan too
create schema "odd Schema";
create extension hstore with schema "odd Schema";
