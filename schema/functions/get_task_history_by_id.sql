create function public.get_task_history_by_id(
  p_user_id uuid,
  p_task_id text
)
returns table (
  id uuid,
  task_id text,
  title text,
  status text,
  input_prompt text,
  output_summary text,
  outputs jsonb,
  google_services text[],
  duration_ms integer,
  created_at timestamptz,
  completed_at timestamptz
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  perform private.assert_given('p_user_id', p_user_id is not null);
  perform private.assert_given('p_task_id', p_task_id is not null);

  return query
  select
    task.id,
    task.task_id,
    task.title,
    task.status,
    task.input_prompt,
    task.output_summary,
    task.outputs,
    task.google_services,
    task.duration_ms,
    task.created_at,
    task.completed_at
  from public.task_history as task
  where task.user_id = p_user_id and task.task_id = p_task_id;
end
$$;

comment on function public.get_task_history_by_id(uuid, text) is 'One task of a user, or no row.';

revoke execute on function public.get_task_history_by_id(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.get_task_history_by_id(uuid, text) to authenticated, service_role;
