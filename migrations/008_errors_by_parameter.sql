-- Errors of functions: the parameter and a hint, in place of the table's error that prints the row.
-- Meets: 15.3 (nothing secret in errors).
-- changes: + function private.refuse_row(text, text); ~ constraint public.documents_generated.documents_generated_document_type_check; ~ constraint public.documents_generated.documents_generated_google_id_check; ~ constraint public.documents_generated.documents_generated_task_id_check; and 34 more
-- locks: none
-- data: none
-- access: authenticated may execute private.refuse_row(text, text); service_role may execute private.refuse_row(text, text)
-- clients: none
-- functions: none

-- The constraint documents_generated_document_type_check of public.documents_generated: comment.
comment on constraint documents_generated_document_type_check on public.documents_generated is
  'doc, sheet, email, calendar_event or file.';

-- The constraint documents_generated_google_id_check of public.documents_generated: comment.
comment on constraint documents_generated_google_id_check on public.documents_generated is
  'At most 500 bytes.';

-- The constraint documents_generated_task_id_check of public.documents_generated: comment.
comment on constraint documents_generated_task_id_check on public.documents_generated is '1 to 200 bytes.';

-- The constraint documents_generated_title_check of public.documents_generated: comment.
comment on constraint documents_generated_title_check on public.documents_generated is 'At most 500 bytes.';

-- The constraint documents_generated_url_check of public.documents_generated: comment.
comment on constraint documents_generated_url_check on public.documents_generated is
  'Begins with https://, at most 2048 bytes.';

-- The constraint documents_generated_user_id_fkey of public.documents_generated: comment.
comment on constraint documents_generated_user_id_fkey on public.documents_generated is
  'An account in auth.users.';

-- The constraint documents_generated_user_id_task_id_fkey of public.documents_generated: comment.
comment on constraint documents_generated_user_id_task_id_fkey on public.documents_generated is
  'A task of the same user, which must be in task_history first.';

-- The constraint execution_logs_agent_type_check of public.execution_logs: comment.
comment on constraint execution_logs_agent_type_check on public.execution_logs is
  'planner, worker, evaluator or system.';

-- The constraint execution_logs_log_level_check of public.execution_logs: comment.
comment on constraint execution_logs_log_level_check on public.execution_logs is
  'info, success, error or warning.';

-- The constraint execution_logs_message_check of public.execution_logs: comment.
comment on constraint execution_logs_message_check on public.execution_logs is '1 to 65536 bytes.';

-- The constraint execution_logs_metadata_check of public.execution_logs: comment.
comment on constraint execution_logs_metadata_check on public.execution_logs is
  'A JSON object, at most 262144 bytes as text.';

-- The constraint execution_logs_step_id_check of public.execution_logs: comment.
comment on constraint execution_logs_step_id_check on public.execution_logs is 'At most 200 bytes.';

-- The constraint execution_logs_task_id_check of public.execution_logs: comment.
comment on constraint execution_logs_task_id_check on public.execution_logs is '1 to 200 bytes.';

-- The constraint execution_logs_user_id_fkey of public.execution_logs: comment.
comment on constraint execution_logs_user_id_fkey on public.execution_logs is 'An account in auth.users.';

-- The constraint task_history_completed_at_check of public.task_history: comment.
comment on constraint task_history_completed_at_check on public.task_history is
  'Set exactly when the status is success, failed, rerun or cancelled.';

-- The constraint task_history_duration_ms_check of public.task_history: comment.
comment on constraint task_history_duration_ms_check on public.task_history is 'Not negative.';

-- The constraint task_history_google_services_check of public.task_history: comment.
comment on constraint task_history_google_services_check on public.task_history is
  'At most 5 of gmail, drive, docs, sheets and calendar.';

-- The constraint task_history_input_prompt_check of public.task_history: comment.
comment on constraint task_history_input_prompt_check on public.task_history is 'At most 131072 bytes.';

-- The constraint task_history_output_summary_check of public.task_history: comment.
comment on constraint task_history_output_summary_check on public.task_history is 'At most 131072 bytes.';

-- The constraint task_history_outputs_check of public.task_history: comment.
comment on constraint task_history_outputs_check on public.task_history is 'At most 524288 bytes as text.';

-- The constraint task_history_status_check of public.task_history: comment.
comment on constraint task_history_status_check on public.task_history is
  'pending, running, success, failed, rerun or cancelled.';

-- The constraint task_history_task_id_check of public.task_history: comment.
comment on constraint task_history_task_id_check on public.task_history is '1 to 200 bytes.';

-- The constraint task_history_title_check of public.task_history: comment.
comment on constraint task_history_title_check on public.task_history is '1 to 500 bytes.';

-- The constraint task_history_user_id_fkey of public.task_history: comment.
comment on constraint task_history_user_id_fkey on public.task_history is 'An account in auth.users.';

-- The constraint task_history_user_id_rerun_of_fkey of public.task_history: comment.
comment on constraint task_history_user_id_rerun_of_fkey on public.task_history is 'A task of the same user.';

-- The constraint task_history_user_id_task_id_key of public.task_history: comment.
comment on constraint task_history_user_id_task_id_key on public.task_history is
  'A user has one task of a task_id; update_task_history_status changes it.';

-- The function private.assert_given: body, definition.
create or replace function private.assert_given(
  p_parameter text,
  p_given boolean
)
returns void
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  if p_given is not true then
    raise null_value_not_allowed using
      message = format('%s must not be null', p_parameter),
      hint = 'Pass a value for it, or leave it out where it has a default.';
  end if;
end
$$;

-- The function private.batch_length: body, definition.
create or replace function private.batch_length(
  p_parameter text,
  p_batch jsonb
)
returns integer
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  if p_batch is null then
    return 0;
  end if;
  if jsonb_typeof(p_batch) <> 'array' then
    raise invalid_parameter_value using
      message = format('%s must be a JSON array', p_parameter),
      hint = 'One element is an array of one.';
  end if;
  if jsonb_array_length(p_batch) > 1000 then
    raise invalid_parameter_value using
      message = format('%s has more than 1000 elements', p_parameter),
      hint = 'Split it into several calls.';
  end if;
  return jsonb_array_length(p_batch);
end
$$;

-- The function private.days_ago: body, definition.
create or replace function private.days_ago(
  p_parameter text,
  p_days integer,
  p_default integer
)
returns timestamptz
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if p_days not between 1 and 36500 then
    raise invalid_parameter_value using
      message = format('%s must lie between 1 and 36500', p_parameter),
      hint = format('Null means %s days.', p_default);
  end if;
  return now() - make_interval(days => coalesce(p_days, p_default));
end
$$;

-- The function private.page_limit: body, definition.
create or replace function private.page_limit(
  p_limit integer,
  p_default integer
)
returns integer
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  if p_limit < 1 then
    raise invalid_parameter_value using
      message = 'p_limit must be at least 1',
      hint = 'A page has at most 1000 rows; null means the default.';
  end if;
  return least(coalesce(p_limit, p_default), 1000);
end
$$;

-- The function private.purge_execution_logs: body, definition.
create or replace function private.purge_execution_logs(
  p_days_old integer default 90,
  p_batch integer default 10000
)
returns integer
language plpgsql
volatile
security invoker
set search_path = ''
set enable_seqscan = off
as $$
declare
  cutoff constant timestamptz := private.days_ago('p_days_old', p_days_old, 90);
  batch_size constant integer := least(coalesce(p_batch, 10000), 100000);
  removed integer;
begin
  if batch_size < 1 then
    raise invalid_parameter_value using
      message = 'p_batch must be at least 1',
      hint = 'More than 100000 counts as 100000; null means 10000.';
  end if;

  delete from public.execution_logs as log
  where
    -- by place and not by key: the rows were found there a moment ago, under the same snapshot
    log.ctid = any (
      array(
        select old.ctid
        from public.execution_logs as old
        where old.created_at < cutoff
        limit batch_size
      )
    )
    and log.created_at < cutoff;

  get diagnostics removed = row_count;
  return removed;
end
$$;

-- The function private.refuse_row is new.
create function private.refuse_row(
  p_table text,
  p_constraint text
)
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  kind "char";
  parameter text;
  rule text;
begin
  -- of several columns the last is what the caller chose: before it stands the user
  select broken.contype, 'p_' || field.attname, obj_description(broken.oid, 'pg_constraint')
  into kind, parameter, rule
  from pg_catalog.pg_constraint as broken
  join pg_catalog.pg_attribute as field
    on field.attrelid = broken.conrelid and field.attnum = broken.conkey[cardinality(broken.conkey)]
  where broken.conrelid = to_regclass(p_table) and broken.conname = p_constraint;

  raise exception using
    errcode = case kind when 'u' then 'unique_violation' else 'invalid_parameter_value' end,
    message = format(
      '%s %s',
      coalesce(parameter, 'a value'),
      case kind when 'u' then 'is taken' when 'f' then 'is unknown' else 'is not valid' end
    ),
    hint = coalesce(rule, format('See the constraint %s of %s.', p_constraint, p_table));
end
$$;
comment on function private.refuse_row(text, text) is
  'Raises 22023, or 23505 for what is taken, with the parameter of the column that broke a constraint; the comment on the constraint is the hint.';
revoke all on function private.refuse_row(text, text) from public, anon, authenticated, service_role;
grant execute on function private.refuse_row(text, text) to authenticated, service_role;

-- The function public.batch_insert_execution_logs: body, definition.
create or replace function public.batch_insert_execution_logs(
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

-- The function public.batch_insert_generated_documents: body, definition.
create or replace function public.batch_insert_generated_documents(
  p_user_id uuid,
  p_task_id text,
  p_documents jsonb
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

  if private.batch_length('p_documents', p_documents) = 0 then
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
        when jsonb_typeof(entry.value -> 'document_type') is distinct from 'string'
          then 'document_type must be a string'
        when entry.value ->> 'document_type' not in ('doc', 'sheet', 'email', 'calendar_event', 'file')
          then 'document_type must be doc, sheet, email, calendar_event or file'
        when jsonb_typeof(entry.value -> 'google_id') not in ('string', 'null') then 'google_id must be a string'
        when octet_length(entry.value ->> 'google_id') > 500 then 'google_id is longer than 500 bytes'
        when jsonb_typeof(entry.value -> 'title') not in ('string', 'null') then 'title must be a string'
        when octet_length(entry.value ->> 'title') > 500 then 'title is longer than 500 bytes'
        when jsonb_typeof(entry.value -> 'url') not in ('string', 'null') then 'url must be a string'
        when octet_length(entry.value ->> 'url') > 2048 then 'url is longer than 2048 bytes'
        when not starts_with(entry.value ->> 'url', 'https://') then 'url must begin with https://'
      end as reason
    from jsonb_array_elements(p_documents) with ordinality as entry (value, number)
  ) as fault
  where fault.reason is not null
  order by fault.index
  limit 1;

  if bad_reason is not null then
    raise invalid_parameter_value using
      message = format('p_documents, element %s: %s', bad_index, bad_reason),
      hint = 'Elements count from 0. Nothing was inserted.';
  end if;

  insert into public.documents_generated (user_id, task_id, document_type, google_id, title, url)
  select
    p_user_id,
    p_task_id,
    entry.value ->> 'document_type',
    entry.value ->> 'google_id',
    entry.value ->> 'title',
    entry.value ->> 'url'
  from jsonb_array_elements(p_documents) with ordinality as entry (value, number)
  -- created_at is drawn row by row after the sort: the array's order is the list's
  order by entry.number;

  return jsonb_array_length(p_documents);
exception
  when check_violation or foreign_key_violation then
    get stacked diagnostics broken = constraint_name;
    perform private.refuse_row('public.documents_generated', broken);
end
$$;

-- The function public.insert_execution_log: body, definition.
create or replace function public.insert_execution_log(
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

-- The function public.insert_generated_document: body, comment, definition.
create or replace function public.insert_generated_document(
  p_user_id uuid,
  p_task_id text,
  p_document_type text,
  p_google_id text,
  p_title text,
  p_url text default null
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
  perform private.assert_given('p_document_type', p_document_type is not null);

  insert into public.documents_generated (user_id, task_id, document_type, google_id, title, url)
  values (p_user_id, p_task_id, p_document_type, p_google_id, p_title, p_url)
  returning id into new_id;

  return new_id;
exception
  when check_violation or foreign_key_violation then
    get stacked diagnostics broken = constraint_name;
    perform private.refuse_row('public.documents_generated', broken);
end
$$;
comment on function public.insert_generated_document(uuid, text, text, text, text, text) is
  'Records a document that a task made and answers its id; 22023 if the user has no such task.';

-- The function public.insert_task_history: body, definition.
create or replace function public.insert_task_history(
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

-- The function public.update_task_history_status: body, definition.
create or replace function public.update_task_history_status(
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
