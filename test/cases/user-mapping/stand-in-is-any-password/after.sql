-- superuser, of the plan too
create extension postgres_fdw;
create server far foreign data wrapper postgres_fdw;
create user mapping for anon server far options (user 'b', password '(fill in)');
