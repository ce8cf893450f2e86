create function public.insert_task_history(
  p_user_id uuid,
  p_task_id text,
  p_title text,
  p_status text,
  p_input_prompt text,
  p_output_summary text default null,
  p_outputs jsonb default null,
  p_google_services text[] default null,
  p_duration_ms integer default null,
  p_completed_at timestamptz default null
)
returns uuid
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  is_final constant boolean := p_status in ('success', 'failed', 'rerun', 'cancelled');
  new_id uuid;
  broken text;
begin
  perform private.assert_given('p_user_id', p_user_id is not null);
  perform private.assert_given('p_task_id', p_task_id is not null);
  perform private.assert_given('p_title', p_title is not null);
  perform private.assert_given('p_status', p_status is not null);
  perform private.assert_given('p_input_prompt', p_input_prompt is not null);

  if p_completed_at is not null and not is_final then
    raise invalid_parameter_value using
      message = 'p_completed_at goes with a final status only',
      hint = 'Final are success, failed, rerun and cancelled.';
  end if;

  insert into public.task_history (
    user_id,
    task_id,
    title,
    status,
    input_prompt,
    output_summary,
    outputs,
    google_services,
    duration_ms,
    started_at,
    completed_at
  )
  values (
    p_user_id,
    p_task_id,
    p_title,
    p_status,
    p_input_prompt,
    p_output_summary,
    p_outputs,
    coalesce(p_google_services, '{}'),
    p_duration_ms,
    case when p_status = 'running' then now() end,
    case when is_final then coalesce(p_completed_at, now()) end
  )
  returning id into new_id;

  return new_id;
exception
  when check_violation or foreign_key_violation or unique_violation then
    get stacked diagnostics broken = constraint_name;
    perform private.refuse_row('public.task_history', broken);
end
$$;

comment on function public.insert_task_history(uuid, text, text, text, text, text, jsonb, text[], integer, timestamptz) is
  'Begins the record of a task and answers its id; 23505 if the user has a task of that id already. A final status without p_completed_at is completed now, the status running starts now.';

revoke execute on function public.insert_task_history(uuid, text, text, text, text, text, jsonb, text[], integer, timestamptz)
  from public, anon, authenticated, service_role;
grant execute on function public.insert_task_history(uuid, text, text, text, text, text, jsonb, text[], integer, timestamptz)
  to authenticated, service_role;
