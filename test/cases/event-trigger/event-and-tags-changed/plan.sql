-- up
drop event trigger a;
drop event trigger b;
-- ! blocks_reads
alter table public.notes
  add column body text;
create table public.more (
  id integer not null,
  constraint more_pkey primary key (id)
);
-- ! changes_statements
create event trigger a
  on ddl_command_end
  when tag in ('ALTER TABLE', 'DROP TABLE')
  execute function public.refuse();
comment on event trigger a is 'stays';
-- ! changes_statements
create event trigger b
  on ddl_command_start
  execute function public.refuse();
alter event trigger b enable always;

-- down
drop event trigger a;
drop event trigger b;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.notes
  drop column body;
-- ! data_loss, breaks_clients
drop table public.more;
-- ! changes_statements
create event trigger a
  on ddl_command_end
  when tag in ('CREATE TABLE', 'ALTER TABLE')
  execute function public.refuse();
comment on event trigger a is 'stays';
-- ! changes_statements
create event trigger b
  on sql_drop
  execute function public.refuse();
alter event trigger b enable always;
