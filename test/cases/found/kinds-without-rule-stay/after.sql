-- superuser, of the plan too
create access method kept type table handler heap_tableam_handler;
create trusted language "Lang" handler plpgsql_call_handler;
create function public.to_text(internal) returns internal language internal immutable as 'int4in';
create transform for integer language "Lang" (from sql with function public.to_text(internal));
create default conversion public.conv for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
do $$ begin execute format('alter database %I set statement_timeout = ''1min''', current_database()); end $$;
create type public.shell;
create function public.run() returns integer transform for type integer language "Lang" as 'begin return 1; end';
create table public.t (id integer, a integer) using kept;
