-- up
comment on table public.notes is 'what somebody wrote';
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.notes
  alter column body set not null,
  alter column id type bigint;
-- ! opens_access
create function public.refuse()
returns event_trigger
language plpgsql
as $$ begin raise 'refused: %', tg_tag; end $$;
-- ! scan, blocks_writes
create index notes_body on public.notes using btree (body);
-- ! opens_access
create view public.bodies as
 select body
   from public.notes;
-- ! changes_statements
create event trigger refuse
  on ddl_command_end
  execute function public.refuse();
comment on event trigger refuse is 'nothing changes any more';
-- ! changes_statements
create event trigger refuse_early
  on ddl_command_start
  execute function public.refuse();
-- ! changes_statements
create event trigger refuse_rewrite
  on table_rewrite
  execute function public.refuse();

-- down
-- ! changes_statements
drop event trigger refuse;
-- ! changes_statements
drop event trigger refuse_early;
-- ! changes_statements
drop event trigger refuse_rewrite;
-- ! breaks_clients
drop function public.refuse();
-- ! blocks_reads
drop index public.notes_body;
-- ! breaks_clients
drop view public.bodies;
comment on table public.notes is null;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.notes
  alter column body drop not null,
  alter column id type integer;
