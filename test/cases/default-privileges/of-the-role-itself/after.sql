alter default privileges grant select on tables to postgres with grant option;
alter default privileges revoke delete on tables from postgres;
alter default privileges for role postgres in schema public grant select on tables to postgres;
create table t (id int);
