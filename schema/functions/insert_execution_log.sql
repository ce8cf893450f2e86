create function public.insert_execution_log(
  p_user_id uuid,
  p_task_id text,
  p_step_id text,
  p_agent_type text,
  p_message text,
  p_log_level text default 'info',
  p_metadata jsonb default null
)
returns uuid
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  new_id uuid;
  broken text;
begin
  perform private.assert_given('p_user_id', p_user_id is not null);
  perform private.assert_given('p_task_id', p_task_id is not null);
  perform private.assert_given('p_agent_type', p_agent_type is not null);
  perform private.assert_given('p_message', p_message is not null);

  insert into public.execution_logs (user_id, task_id, step_id, agent_type, message, log_level, metadata)
  values (p_user_id, p_task_id, p_step_id, p_agent_type, p_message, coalesce(p_log_level, 'info'), p_metadata)
  returning id into new_id;

  return new_id;
exception
  when check_violation or foreign_key_violation then
    get stacked diagnostics broken = constraint_name;
    perform private.refuse_row('public.execution_logs', broken);
end
$$;

comment on function public.insert_execution_log(uuid, text, text, text, text, text, jsonb) is
  'Writes one line of a task''s log and answers its id. A null level means info.';

revoke execute on function public.insert_execution_log(uuid, text, text, text, text, text, jsonb)
  from public, anon, authenticated, service_role;
grant execute on function public.insert_execution_log(uuid, text, text, text, text, text, jsonb)
  to authenticated, service_role;
