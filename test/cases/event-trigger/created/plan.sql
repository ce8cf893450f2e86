-- up
-- ! changes_statements
create event trigger "Odd one"
  on sql_drop
  execute function public.log_ddl();
alter event trigger "Odd one" enable always;
-- ! changes_statements
create event trigger log_ddl
  on ddl_command_end
  when tag in ('DROP INDEX', 'CREATE TABLE')
  execute function public.log_ddl();
comment on event trigger log_ddl is 'what''s made';
create event trigger on_replicas
  on table_rewrite
  execute function public.log_ddl();
alter event trigger on_replicas enable replica;
create event trigger silent
  on ddl_command_start
  execute function public.log_ddl();
alter event trigger silent disable;

-- down
-- ! changes_statements
drop event trigger "Odd one";
-- ! changes_statements
drop event trigger log_ddl;
drop event trigger on_replicas;
drop event trigger silent;
