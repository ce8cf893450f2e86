revoke all on table public.workflow_history from anon, authenticated, service_role;
grant select, delete on table public.workflow_history to authenticated;
grant insert (id, user_id, workflow_id, command, status, executed_at) on table public.workflow_history to authenticated;
grant select, insert, update, delete on table public.workflow_history to service_role;

create policy select_own on public.workflow_history
  for select
  to authenticated
  using (user_id = (select auth.uid()));
comment on policy select_own on public.workflow_history is
  'Users see their own runs.';

create policy insert_own on public.workflow_history
  for insert
  to authenticated
  with check (user_id = (select auth.uid()));
comment on policy insert_own on public.workflow_history is
  'Users record runs of their own workflows; that the workflow is theirs, the foreign key sees to. There is no policy for update: a run is what it was.';

create policy delete_own on public.workflow_history
  for delete
  to authenticated
  using (user_id = (select auth.uid()));
comment on policy delete_own on public.workflow_history is
  'Users delete their own runs.';
