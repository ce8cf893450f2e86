-- superuser, of the plan too
create foreign data wrapper w;
create server far foreign data wrapper w;
alter default privileges in schema public grant select on tables to anon;
alter default privileges in schema public grant insert on tables to authenticated;
