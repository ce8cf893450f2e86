create function public.update_task_history_status(
  p_user_id uuid,
  p_task_id text,
  p_status text,
  p_output_summary text default null,
  p_outputs jsonb default null,
  p_duration_ms integer default null,
  p_completed_at timestamptz default null
)
returns boolean
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  is_final constant boolean := p_status in ('success', 'failed', 'rerun', 'cancelled');
  broken text;
begin
  perform private.assert_given('p_user_id', p_user_id is not null);
  perform private.assert_given('p_task_id', p_task_id is not null);
  perform private.assert_given('p_status', p_status is not null);

  if p_completed_at is not null and not is_final then
    raise invalid_parameter_value using
      message = 'p_completed_at goes with a final status only',
      hint = 'Final are success, failed, rerun and cancelled.';
  end if;

  update public.task_history as task
  set
    status = p_status,
    output_summary = coalesce(p_output_summary, task.output_summary),
    outputs = coalesce(p_outputs, task.outputs),
    duration_ms = coalesce(p_duration_ms, task.duration_ms),
    started_at = case when p_status = 'running' then coalesce(task.started_at, now()) else task.started_at end,
    -- a status that is not final has none; a final one keeps the first unless the caller knows better
    completed_at = case when is_final then coalesce(p_completed_at, task.completed_at, now()) end
  where task.user_id = p_user_id and task.task_id = p_task_id;

  return found;
exception
  when check_violation then
    get stacked diagnostics broken = constraint_name;
    perform private.refuse_row('public.task_history', broken);
end
$$;

comment on function public.update_task_history_status(uuid, text, text, text, jsonb, integer, timestamptz) is
  'Moves a task to a status and answers whether there is such a task. Null parameters keep what is stored. The first running sets started_at; a final status sets completed_at, one that is not final clears it.';

revoke execute on function public.update_task_history_status(uuid, text, text, text, jsonb, integer, timestamptz)
  from public, anon, authenticated, service_role;
grant execute on function public.update_task_history_status(uuid, text, text, text, jsonb, integer, timestamptz)
  to authenticated, service_role;
