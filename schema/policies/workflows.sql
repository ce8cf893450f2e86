revoke all on table public.workflows from anon, authenticated, service_role;
grant select, delete on table public.workflows to authenticated;
grant insert (
  id,
  user_id,
  command,
  status,
  steps,
  results,
  error,
  start_time,
  end_time
) on table public.workflows to authenticated;
grant update (command, status, steps, results, error, end_time) on table public.workflows to authenticated;
grant select, insert, update, delete on table public.workflows to service_role;

create policy select_own on public.workflows
  for select
  to authenticated
  using (user_id = (select auth.uid()));
comment on policy select_own on public.workflows is
  'Users see their own workflows.';

create policy insert_own on public.workflows
  for insert
  to authenticated
  with check (user_id = (select auth.uid()));
comment on policy insert_own on public.workflows is
  'Users begin workflows of their own.';

create policy update_own on public.workflows
  for update
  to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
comment on policy update_own on public.workflows is
  'Users carry on their own workflows, and cannot hand them to anyone.';

create policy delete_own on public.workflows
  for delete
  to authenticated
  using (user_id = (select auth.uid()));
comment on policy delete_own on public.workflows is
  'Users delete their own workflows; the history of a workflow goes along.';
