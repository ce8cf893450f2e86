create function public.delete_execution_logs_by_task(
  p_user_id uuid,
  p_task_id text
)
returns integer
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  removed integer;
begin
  perform private.assert_given('p_user_id', p_user_id is not null);
  perform private.assert_given('p_task_id', p_task_id is not null);

  delete from public.execution_logs as log
  where log.user_id = p_user_id and log.task_id = p_task_id;

  get diagnostics removed = row_count;
  return removed;
end
$$;

comment on function public.delete_execution_logs_by_task(uuid, text) is
  'Deletes a task''s log and answers how many lines it had.';

revoke execute on function public.delete_execution_logs_by_task(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.delete_execution_logs_by_task(uuid, text) to authenticated, service_role;
