-- superuser, of the plan too
create table public.notes (id bigint primary key, body text not null);
create index notes_body on public.notes (body);
comment on table public.notes is 'what somebody wrote';
create view public.bodies as select body from public.notes;
create function public.refuse() returns event_trigger language plpgsql as $$ begin raise 'refused: %', tg_tag; end $$;
create event trigger refuse_early on ddl_command_start execute function public.refuse();
create event trigger refuse_rewrite on table_rewrite execute function public.refuse();
create event trigger refuse on ddl_command_end execute function public.refuse();
comment on event trigger refuse is 'nothing changes any more';
