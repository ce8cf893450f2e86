-- superuser, of the plan too
create extension postgres_fdw;
create server far foreign data wrapper postgres_fdw;
create user mapping for public server far;
create user mapping for anon server far options (user 'reader', password 'opensesame', password_required 'true');
create user mapping for postgres server far options (user 'it''s');
