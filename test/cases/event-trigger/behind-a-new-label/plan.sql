-- up
-- ! changes_statements
drop event trigger gone;
alter type public.mood add value 'bad' after 'good';

-- the next migration
-- ! blocks_reads
alter table only public.notes
  alter column mood set default 'bad'::public.mood;
-- ! changes_statements
create event trigger come
  on ddl_command_end
  execute function public.refuse();

-- down
-- ! changes_statements
drop event trigger come;
alter type public.mood rename to mood_old;
-- ! fails_on_rows, breaks_clients
create type public.mood as enum (
  'good'
);
-- ! rewrite, scan, blocks_reads
alter table public.notes
  alter column mood drop default,
  alter column mood type public.mood using mood::text::public.mood;
drop type public.mood_old;
-- ! changes_statements
create event trigger gone
  on ddl_command_end
  execute function public.refuse();
