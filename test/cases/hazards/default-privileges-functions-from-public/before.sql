-- PostgreSQL gives PUBLIC the execution of every new function until default privileges take it back.
create schema app;
alter default privileges for role postgres revoke execute on functions from public;
