revoke all on table public.execution_logs from anon, authenticated, service_role;
grant select, delete on table public.execution_logs to authenticated;
grant insert (
  id,
  user_id,
  task_id,
  step_id,
  agent_type,
  message,
  log_level,
  metadata
) on table public.execution_logs to authenticated;
grant select, insert, update, delete on table public.execution_logs to service_role;

-- An identity column needs no grant on its sequence, and the default privileges of older projects give more than enough:
-- setval by anyone.
revoke all on sequence public.execution_logs_seq_seq from anon, authenticated, service_role;

create policy select_own on public.execution_logs
  for select
  to authenticated
  using (user_id = (select auth.uid()));
comment on policy select_own on public.execution_logs is
  'Users see their own logs; Realtime asks this for each subscriber and line.';

create policy insert_own on public.execution_logs
  for insert
  to authenticated
  with check (user_id = (select auth.uid()));
comment on policy insert_own on public.execution_logs is
  'Users write logs of their own. There is no policy for update: a line is what it was.';

create policy delete_own on public.execution_logs
  for delete
  to authenticated
  using (user_id = (select auth.uid()));
comment on policy delete_own on public.execution_logs is
  'Users delete their own logs.';
