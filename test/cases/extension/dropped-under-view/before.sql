-- superuser, of the plan too
create extension pg_stat_statements;
create view public.slow as select calls from public.pg_stat_statements;
