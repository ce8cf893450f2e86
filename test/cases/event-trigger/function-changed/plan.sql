-- up
drop event trigger a;
drop event trigger b;
-- ! breaks_clients
drop function public.gone();
create schema hooks;
create or replace function public.one()
returns event_trigger
language plpgsql
as $$ begin raise debug '%', tg_tag; end $$;
-- ! opens_access
create function hooks.two()
returns event_trigger
language plpgsql
as $$begin end$$;
-- ! changes_statements
create event trigger b
  on ddl_command_end
  execute function public.one();
-- ! changes_statements
create event trigger a
  on ddl_command_end
  execute function hooks.two();

-- down
drop event trigger a;
drop event trigger b;
-- ! breaks_clients
drop function hooks.two();
-- ! breaks_clients
drop schema hooks;
create or replace function public.one()
returns event_trigger
language plpgsql
as $$begin end$$;
-- ! opens_access
create function public.gone()
returns event_trigger
language plpgsql
as $$begin end$$;
-- ! changes_statements
create event trigger a
  on ddl_command_end
  execute function public.one();
-- ! changes_statements
create event trigger b
  on ddl_command_end
  execute function public.gone();
