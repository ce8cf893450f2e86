create function public.delete_task_history(
  p_user_id uuid,
  p_task_id text
)
returns boolean
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  perform private.assert_given('p_user_id', p_user_id is not null);
  perform private.assert_given('p_task_id', p_task_id is not null);

  delete from public.task_history as task
  where task.user_id = p_user_id and task.task_id = p_task_id;

  return found;
end
$$;

comment on function public.delete_task_history(uuid, text) is
  'Deletes the record of a task and its documents with it; answers whether there was one.';

revoke execute on function public.delete_task_history(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.delete_task_history(uuid, text) to authenticated, service_role;
