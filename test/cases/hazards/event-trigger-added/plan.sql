-- up
-- ! changes_statements
alter event trigger silenced disable;
alter event trigger stays enable always;
create event trigger never
  on sql_drop
  execute function public.f();
alter event trigger never disable;
-- ! changes_statements
create event trigger speaks
  on sql_drop
  when tag in ('DROP TABLE')
  execute function public.f();

-- down
drop event trigger never;
-- ! changes_statements
drop event trigger speaks;
-- ! changes_statements
alter event trigger silenced enable;
alter event trigger stays enable;
