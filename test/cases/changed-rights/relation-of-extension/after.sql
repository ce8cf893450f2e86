-- superuser, of the plan too
create extension pg_stat_statements;
revoke select on public.pg_stat_statements from public;
grant select on public.pg_stat_statements to anon;
create view public.slow as select calls from public.pg_stat_statements;
