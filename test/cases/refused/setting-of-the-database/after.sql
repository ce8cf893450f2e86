-- superuser, of the plan too
do $$ begin execute format('alter database %I set statement_timeout = ''2min''', current_database()); end $$;
create table public.t (id integer, a integer);
