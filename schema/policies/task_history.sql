revoke all on table public.task_history from anon, authenticated, service_role;
grant select, delete on table public.task_history to authenticated;
grant insert (
  id,
  user_id,
  task_id,
  title,
  status,
  input_prompt,
  output_summary,
  outputs,
  google_services,
  duration_ms,
  rerun_of,
  started_at,
  completed_at
) on table public.task_history to authenticated;
grant update (
  title,
  status,
  output_summary,
  outputs,
  google_services,
  duration_ms,
  started_at,
  completed_at,
  rerun_of
) on table public.task_history to authenticated;
grant select, insert, update, delete on table public.task_history to service_role;

create policy select_own on public.task_history
  for select
  to authenticated
  using (user_id = (select auth.uid()));
comment on policy select_own on public.task_history is
  'Users see their own tasks; Realtime asks this for each subscriber and change.';

create policy insert_own on public.task_history
  for insert
  to authenticated
  with check (user_id = (select auth.uid()));
comment on policy insert_own on public.task_history is
  'Users record tasks of their own.';

create policy update_own on public.task_history
  for update
  to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
comment on policy update_own on public.task_history is
  'Users carry on their own tasks, and cannot hand them to anyone.';

create policy delete_own on public.task_history
  for delete
  to authenticated
  using (user_id = (select auth.uid()));
comment on policy delete_own on public.task_history is
  'Users delete their own tasks; the documents of a task go along.';
