-- superuser, of the plan too
create extension pg_stat_statements;
create view public.slow as select calls from public.pg_stat_statements;
create view public.whole as select s from public.pg_stat_statements as s;
create function public.calls_of(s public.pg_stat_statements) returns bigint language sql immutable as $$ select (s).calls $$;
