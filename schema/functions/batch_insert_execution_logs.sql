create function public.batch_insert_execution_logs(
  p_user_id uuid,
  p_task_id text,
  p_logs jsonb
)
returns integer
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  bad_index bigint;
  bad_reason text;
  broken text;
begin
  perform private.assert_given('p_user_id', p_user_id is not null);
  perform private.assert_given('p_task_id', p_task_id is not null);

  if private.batch_length('p_logs', p_logs) = 0 then
    return 0;
  end if;

  -- the table's CHECKs again: theirs would not say which element is at fault, and would print it
  select fault.index, fault.reason
  into bad_index, bad_reason
  from (
    select
      entry.number - 1 as index,
      case
        when jsonb_typeof(entry.value) <> 'object' then 'must be an object'
        when jsonb_typeof(entry.value -> 'step_id') not in ('string', 'null') then 'step_id must be a string'
        when octet_length(entry.value ->> 'step_id') > 200 then 'step_id is longer than 200 bytes'
        when jsonb_typeof(entry.value -> 'agent_type') is distinct from 'string' then 'agent_type must be a string'
        when entry.value ->> 'agent_type' not in ('planner', 'worker', 'evaluator', 'system')
          then 'agent_type must be planner, worker, evaluator or system'
        when jsonb_typeof(entry.value -> 'message') is distinct from 'string' then 'message must be a string'
        when octet_length(entry.value ->> 'message') not between 1 and 65536
          then 'message must have 1 to 65536 bytes'
        when jsonb_typeof(entry.value -> 'log_level') not in ('string', 'null') then 'log_level must be a string'
        when entry.value ->> 'log_level' not in ('info', 'success', 'error', 'warning')
          then 'log_level must be info, success, error or warning'
        when jsonb_typeof(entry.value -> 'metadata') not in ('object', 'null') then 'metadata must be an object'
        when octet_length(entry.value ->> 'metadata') > 262144 then 'metadata is longer than 262144 bytes'
      end as reason
    from jsonb_array_elements(p_logs) with ordinality as entry (value, number)
  ) as fault
  where fault.reason is not null
  order by fault.index
  limit 1;

  if bad_reason is not null then
    raise invalid_parameter_value using
      message = format('p_logs, element %s: %s', bad_index, bad_reason),
      hint = 'Elements count from 0. Nothing was inserted.';
  end if;

  insert into public.execution_logs (user_id, task_id, step_id, agent_type, message, log_level, metadata)
  select
    p_user_id,
    p_task_id,
    entry.value ->> 'step_id',
    entry.value ->> 'agent_type',
    entry.value ->> 'message',
    coalesce(entry.value ->> 'log_level', 'info'),
    nullif(entry.value -> 'metadata', 'null')
  from jsonb_array_elements(p_logs) with ordinality as entry (value, number)
  -- seq and created_at are drawn row by row after the sort: the array's order is the log's
  order by entry.number;

  return jsonb_array_length(p_logs);
exception
  when check_violation or foreign_key_violation then
    get stacked diagnostics broken = constraint_name;
    perform private.refuse_row('public.execution_logs', broken);
end
$$;

comment on function public.batch_insert_execution_logs(uuid, text, jsonb) is
  'Writes up to 1,000 lines of a task''s log in the order of the array and answers how many. An element is an object with agent_type and message, and if wanted step_id, log_level (else info) and metadata; other fields are ignored. If one element is bad nothing is written: 22023 names its index, from 0.';

revoke execute on function public.batch_insert_execution_logs(uuid, text, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.batch_insert_execution_logs(uuid, text, jsonb) to authenticated, service_role;
