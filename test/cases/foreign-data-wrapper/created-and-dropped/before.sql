-- superuser, of the plan too
create extension postgres_fdw;
