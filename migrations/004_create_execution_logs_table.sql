-- The live feed of what the agents do.
-- Brings: the table execution_logs, a member of the publication supabase_realtime; the functions that write logs one by one
-- and in batches, read them by task and by filter, delete and purge them; the rules for pages, batches and days that later
-- functions share.
-- Meets: 9.2, 9.4, 9.5 (step by step, filters, export by cursor), 14.3 (logs are kept), 17.1, 17.2 (feed within 500 ms),
-- 17.4 (catching up by seq after a reconnect) and 18.5 (errors outside the agents: agent_type system).

create table public.execution_logs (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  task_id text not null,
  step_id text,
  agent_type text not null,
  message text not null,
  log_level text not null default 'info',
  metadata jsonb,
  created_at timestamptz not null default clock_timestamp(),
  seq bigint not null generated always as identity,
  constraint execution_logs_pkey primary key (id),
  constraint execution_logs_user_id_fkey foreign key (user_id)
    references auth.users (id) on delete cascade,
  constraint execution_logs_task_id_check check (octet_length(task_id) between 1 and 200),
  constraint execution_logs_step_id_check check (octet_length(step_id) <= 200),
  constraint execution_logs_agent_type_check check (
    agent_type in ('planner', 'worker', 'evaluator', 'system')
  ),
  constraint execution_logs_message_check check (octet_length(message) between 1 and 65536),
  constraint execution_logs_log_level_check check (
    log_level in ('info', 'success', 'error', 'warning')
  ),
  constraint execution_logs_metadata_check check (
    jsonb_typeof(metadata) = 'object'
    and octet_length(metadata::text) <= 262144
  )
);

-- Each index costs every insert of the live feed: three B-trees carry all reads, and the purge has a BRIN index.
create index execution_logs_user_id_created_at_seq_idx
  on public.execution_logs (user_id, created_at desc, seq desc);
create index execution_logs_user_id_task_id_seq_idx
  on public.execution_logs (user_id, task_id, seq);
create index execution_logs_created_at_idx
  on public.execution_logs using brin (created_at);

alter table public.execution_logs enable row level security;

comment on table public.execution_logs is
  'What the agents do, line by line: the live feed while a task runs, the log afterwards. In the publication supabase_realtime.';
comment on column public.execution_logs.id is
  'Made by the database unless the client brings one. A deleted line''s id goes to every subscriber, so it must not be a secret.';
comment on column public.execution_logs.user_id is
  'Whose task it is.';
comment on column public.execution_logs.task_id is
  'The application''s name of the task. No reference: lines may come before the task is in task_history.';
comment on column public.execution_logs.step_id is
  'The step of the plan; null for what concerns the whole task.';
comment on column public.execution_logs.agent_type is
  'Who says it: planner, worker, evaluator, or system for errors outside of them.';
comment on column public.execution_logs.message is
  'The line, for the user to read. Never a token.';
comment on column public.execution_logs.log_level is
  'info, success, warning or error.';
comment on column public.execution_logs.metadata is
  'Details for programs, an object.';
comment on column public.execution_logs.created_at is
  'When the line was written, by the clock: lines of one transaction differ.';
comment on column public.execution_logs.seq is
  'Order inside a task, and the cursor of pages. Counts over all users, with gaps; taken before the commit, so a lower one may appear later.';

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

alter publication supabase_realtime add table public.execution_logs;

create function private.page_limit(
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
    raise invalid_parameter_value using message = 'p_limit must be at least 1';
  end if;
  return least(coalesce(p_limit, p_default), 1000);
end
$$;

comment on function private.page_limit(integer, integer) is
  'How many rows a page holds: the default for null, at most 1,000; raises 22023 below 1.';

revoke execute on function private.page_limit(integer, integer) from public, anon, authenticated, service_role;
grant execute on function private.page_limit(integer, integer) to authenticated, service_role;

create function private.page_offset(
  p_offset integer,
  p_cursor_parts integer
)
returns integer
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  if p_offset not between 0 and 10000 then
    raise invalid_parameter_value using
      message = 'p_offset must lie between 0 and 10000',
      hint = 'Page by cursor: pass the last row of the page before in the p_before_ parameters.';
  end if;
  if p_cursor_parts = 1 then
    raise invalid_parameter_value using
      message = 'half a cursor: the p_before_ parameters go together',
      hint = 'Pass both from the last row of the page before, or neither.';
  end if;
  if p_cursor_parts = 2 and p_offset > 0 then
    raise invalid_parameter_value using
      message = 'p_offset and a cursor exclude each other',
      hint = 'A cursor already says where the page begins.';
  end if;
  return coalesce(p_offset, 0);
end
$$;

comment on function private.page_offset(integer, integer) is
  'How many rows a page skips: 0 for null; raises 22023 outside 0 to 10,000, for half a cursor (of 2 parts), and for an offset beside a cursor.';

revoke execute on function private.page_offset(integer, integer) from public, anon, authenticated, service_role;
grant execute on function private.page_offset(integer, integer) to authenticated, service_role;

create function private.days_ago(
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
    raise invalid_parameter_value using message = format('%s must lie between 1 and 36500', p_parameter);
  end if;
  return now() - make_interval(days => coalesce(p_days, p_default));
end
$$;

-- Without the lower bound, zero or a negative number would turn "older than" into "everything".
comment on function private.days_ago(text, integer, integer) is
  'The moment that many days before now, the default for null; raises 22023 with the name of the parameter outside 1 to 36,500.';

revoke execute on function private.days_ago(text, integer, integer) from public, anon, authenticated, service_role;
grant execute on function private.days_ago(text, integer, integer) to authenticated, service_role;

create function private.batch_length(
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
    raise invalid_parameter_value using message = format('%s must be a JSON array', p_parameter);
  end if;
  if jsonb_array_length(p_batch) > 1000 then
    raise invalid_parameter_value using
      message = format('%s has more than 1000 elements', p_parameter),
      hint = 'Split it into several calls.';
  end if;
  return jsonb_array_length(p_batch);
end
$$;

comment on function private.batch_length(text, jsonb) is
  'How many elements a batch has, 0 for null; raises 22023 with the name of the parameter for what is no array or has more than 1,000.';

revoke execute on function private.batch_length(text, jsonb) from public, anon, authenticated, service_role;
grant execute on function private.batch_length(text, jsonb) to authenticated, service_role;

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
begin
  perform private.assert_given('p_user_id', p_user_id is not null);
  perform private.assert_given('p_task_id', p_task_id is not null);
  perform private.assert_given('p_agent_type', p_agent_type is not null);
  perform private.assert_given('p_message', p_message is not null);

  insert into public.execution_logs (user_id, task_id, step_id, agent_type, message, log_level, metadata)
  values (p_user_id, p_task_id, p_step_id, p_agent_type, p_message, coalesce(p_log_level, 'info'), p_metadata)
  returning id into new_id;

  return new_id;
end
$$;

comment on function public.insert_execution_log(uuid, text, text, text, text, text, jsonb) is
  'Writes one line of a task''s log and answers its id. A null level means info.';

revoke execute on function public.insert_execution_log(uuid, text, text, text, text, text, jsonb)
  from public, anon, authenticated, service_role;
grant execute on function public.insert_execution_log(uuid, text, text, text, text, text, jsonb)
  to authenticated, service_role;

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
end
$$;

comment on function public.batch_insert_execution_logs(uuid, text, jsonb) is
  'Writes up to 1,000 lines of a task''s log in the order of the array and answers how many. An element is an object with agent_type and message, and if wanted step_id, log_level (else info) and metadata; other fields are ignored. If one element is bad nothing is written: 22023 names its index, from 0.';

revoke execute on function public.batch_insert_execution_logs(uuid, text, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.batch_insert_execution_logs(uuid, text, jsonb) to authenticated, service_role;

create function public.get_execution_logs_by_task(
  p_user_id uuid,
  p_task_id text,
  p_limit integer default 100,
  p_after_seq bigint default null
)
returns table (
  id uuid,
  task_id text,
  step_id text,
  agent_type text,
  message text,
  log_level text,
  metadata jsonb,
  created_at timestamptz,
  seq bigint
)
language plpgsql
stable
security invoker
set search_path = ''
set enable_sort = off
as $$
declare
  page_size constant integer := private.page_limit(p_limit, 100);
  -- the numbers begin at 1. Not inside the query: under row security a coalesce() there is no index condition
  after_seq constant bigint := coalesce(p_after_seq, 0);
begin
  perform private.assert_given('p_user_id', p_user_id is not null);
  perform private.assert_given('p_task_id', p_task_id is not null);

  return query
  select
    log.id,
    log.task_id,
    log.step_id,
    log.agent_type,
    log.message,
    log.log_level,
    log.metadata,
    log.created_at,
    log.seq
  from public.execution_logs as log
  where
    log.user_id = p_user_id
    and log.task_id = p_task_id
    and log.seq > after_seq
  order by log.seq
  limit page_size;
end
$$;

-- enable_sort off: a page is read in the order of an index up to its last row, and never by fetching and sorting all
-- rows of the user, however few the statistics promise.
comment on function public.get_execution_logs_by_task(uuid, text, integer, bigint) is
  'A task''s log, oldest first, 100 lines unless p_limit (at most 1,000) says else. For the next page pass the last seq as p_after_seq.';

revoke execute on function public.get_execution_logs_by_task(uuid, text, integer, bigint)
  from public, anon, authenticated, service_role;
grant execute on function public.get_execution_logs_by_task(uuid, text, integer, bigint)
  to authenticated, service_role;

create function public.get_execution_logs_filtered(
  p_user_id uuid,
  p_task_id text default null,
  p_agent_type text default null,
  p_log_level text default null,
  p_start_date timestamptz default null,
  p_end_date timestamptz default null,
  p_limit integer default 100,
  p_offset integer default 0,
  p_before_created_at timestamptz default null,
  p_before_seq bigint default null
)
returns table (
  id uuid,
  task_id text,
  step_id text,
  agent_type text,
  message text,
  log_level text,
  metadata jsonb,
  created_at timestamptz,
  seq bigint
)
language plpgsql
stable
security invoker
set search_path = ''
set plan_cache_mode = force_custom_plan
set enable_bitmapscan = off
as $$
declare
  page_size constant integer := private.page_limit(p_limit, 100);
  skipped constant integer := private.page_offset(p_offset, num_nonnulls(p_before_created_at, p_before_seq));
begin
  perform private.assert_given('p_user_id', p_user_id is not null);

  return query
  select
    log.id,
    log.task_id,
    log.step_id,
    log.agent_type,
    log.message,
    log.log_level,
    log.metadata,
    log.created_at,
    log.seq
  from public.execution_logs as log
  where
    log.user_id = p_user_id
    and (p_task_id is null or log.task_id = p_task_id)
    and (p_agent_type is null or log.agent_type = p_agent_type)
    and (p_log_level is null or log.log_level = p_log_level)
    and (p_start_date is null or log.created_at >= p_start_date)
    and (p_end_date is null or log.created_at <= p_end_date)
    and (p_before_seq is null or (log.created_at, log.seq) < (p_before_created_at, p_before_seq))
  order by log.created_at desc, log.seq desc
  limit page_size
  offset skipped;
end
$$;

-- force_custom_plan: planned with the values at hand, a filter that is null vanishes and the others become index
-- conditions.
-- enable_bitmapscan off: else the planner would fetch and sort all lines of a user who seems to have few, where the
-- index gives the page in its order. The lines of one task alone are sorted: their index has the order of seq.
comment on function public.get_execution_logs_filtered(uuid, text, text, text, timestamptz, timestamptz, integer, integer, timestamptz, bigint) is
  'A user''s logs, newest first, 100 lines unless p_limit (at most 1,000) says else. Null filters are ignored, both dates are inclusive. For the next page pass created_at and seq of the last line as p_before_created_at and p_before_seq.';

revoke execute on function public.get_execution_logs_filtered(uuid, text, text, text, timestamptz, timestamptz, integer, integer, timestamptz, bigint)
  from public, anon, authenticated, service_role;
grant execute on function public.get_execution_logs_filtered(uuid, text, text, text, timestamptz, timestamptz, integer, integer, timestamptz, bigint)
  to authenticated, service_role;

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

create function public.delete_old_execution_logs(
  p_user_id uuid,
  p_days_old integer default 30
)
returns integer
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  cutoff constant timestamptz := private.days_ago('p_days_old', p_days_old, 30);
  removed integer;
begin
  perform private.assert_given('p_user_id', p_user_id is not null);

  delete from public.execution_logs as log
  where log.user_id = p_user_id and log.created_at < cutoff;

  get diagnostics removed = row_count;
  return removed;
end
$$;

comment on function public.delete_old_execution_logs(uuid, integer) is
  'Deletes the logs of a user that are older than that many days (30 unless said) and answers how many lines.';

revoke execute on function public.delete_old_execution_logs(uuid, integer) from public, anon, authenticated, service_role;
grant execute on function public.delete_old_execution_logs(uuid, integer) to authenticated, service_role;

create function private.purge_execution_logs(
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
    raise invalid_parameter_value using message = 'p_batch must be at least 1';
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

-- enable_seqscan off: a scan of the table would look cheap to the planner as long as many rows are old, but would read
-- every block once few are left; the BRIN index on created_at leads to the old blocks alone.
comment on function private.purge_execution_logs(integer, integer) is
  'For a scheduled job of the owner: deletes at most one batch of the logs of all users that are older than that many days and answers how many lines; call it again while the answer is the size of the batch.';

revoke execute on function private.purge_execution_logs(integer, integer) from public, anon, authenticated, service_role;
