-- The history of tasks.
-- Brings: the table task_history, a member of the publication supabase_realtime; the functions that record a task, change
-- its status, read, delete and count tasks.
-- Meets: 2.5, 17.3 (status live) and of 5.2 to 5.5 the outputs, the badge and the filters.

create table public.task_history (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  task_id text not null,
  title text not null,
  status text not null,
  input_prompt text not null,
  output_summary text,
  outputs jsonb,
  google_services text[] not null default '{}',
  duration_ms integer,
  rerun_of uuid,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  completed_at timestamptz,
  updated_at timestamptz not null default now(),
  constraint task_history_pkey primary key (id),
  constraint task_history_user_id_task_id_key unique (user_id, task_id),
  constraint task_history_user_id_id_key unique (user_id, id),
  constraint task_history_user_id_fkey foreign key (user_id)
    references auth.users (id) on delete cascade,
  constraint task_history_user_id_rerun_of_fkey foreign key (user_id, rerun_of)
    references public.task_history (user_id, id) on delete set null (rerun_of),
  constraint task_history_task_id_check check (octet_length(task_id) between 1 and 200),
  constraint task_history_title_check check (octet_length(title) between 1 and 500),
  constraint task_history_status_check check (
    status in ('pending', 'running', 'success', 'failed', 'rerun', 'cancelled')
  ),
  constraint task_history_input_prompt_check check (octet_length(input_prompt) <= 131072),
  constraint task_history_output_summary_check check (octet_length(output_summary) <= 131072),
  constraint task_history_outputs_check check (octet_length(outputs::text) <= 524288),
  constraint task_history_google_services_check check (
    cardinality(google_services) <= 5
    and google_services <@ array['gmail', 'drive', 'docs', 'sheets', 'calendar']
  ),
  constraint task_history_duration_ms_check check (duration_ms >= 0),
  constraint task_history_completed_at_check check (
    (completed_at is not null) = (status in ('success', 'failed', 'rerun', 'cancelled'))
  )
);

create index task_history_user_id_created_at_id_idx
  on public.task_history (user_id, created_at desc, id desc);
create index task_history_user_id_rerun_of_idx
  on public.task_history (user_id, rerun_of)
  where rerun_of is not null;

alter table public.task_history enable row level security;

comment on table public.task_history is
  'The tasks of a user, one row a task, from the moment it is known. In the publication supabase_realtime: the timeline follows status changes.';
comment on column public.task_history.id is
  'Made by the database unless the client brings one. A deleted task''s id goes to every subscriber, so it must not be a secret.';
comment on column public.task_history.user_id is
  'Whose task it is.';
comment on column public.task_history.task_id is
  'The application''s name of the task; unique among the tasks of one user, others may use the same.';
comment on column public.task_history.title is
  'A line for the timeline.';
comment on column public.task_history.status is
  'pending, running, or final: success, failed, cancelled, rerun (another task took its place).';
comment on column public.task_history.input_prompt is
  'The request in the user''s words.';
comment on column public.task_history.output_summary is
  'What came of it, for people to read.';
comment on column public.task_history.outputs is
  'What came of it, for programs. With the two texts it stays below what Realtime carries, 1 MiB.';
comment on column public.task_history.google_services is
  'Which of gmail, drive, docs, sheets, calendar the task used.';
comment on column public.task_history.duration_ms is
  'How long the work took, in milliseconds; null while that is not known.';
comment on column public.task_history.rerun_of is
  'The task that this one repeats, one of the same user; null if it repeats none or that one was deleted.';
comment on column public.task_history.created_at is
  'When the task became known.';
comment on column public.task_history.started_at is
  'When it ran first; null if it has not.';
comment on column public.task_history.completed_at is
  'When it ended; there exactly when the status is final.';
comment on column public.task_history.updated_at is
  'When the row changed last; set by a trigger.';

revoke all on table public.task_history from anon, authenticated, service_role;
grant select, delete on table public.task_history to authenticated;
grant insert (
  id,
  user_id,
  task_id,
  title,
  status,
  input_prompt,
  output_summary,
  outputs,
  google_services,
  duration_ms,
  rerun_of,
  started_at,
  completed_at
) on table public.task_history to authenticated;
grant update (
  title,
  status,
  output_summary,
  outputs,
  google_services,
  duration_ms,
  started_at,
  completed_at,
  rerun_of
) on table public.task_history to authenticated;
grant select, insert, update, delete on table public.task_history to service_role;

create policy select_own on public.task_history
  for select
  to authenticated
  using (user_id = (select auth.uid()));
comment on policy select_own on public.task_history is
  'Users see their own tasks; Realtime asks this for each subscriber and change.';

create policy insert_own on public.task_history
  for insert
  to authenticated
  with check (user_id = (select auth.uid()));
comment on policy insert_own on public.task_history is
  'Users record tasks of their own.';

create policy update_own on public.task_history
  for update
  to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
comment on policy update_own on public.task_history is
  'Users carry on their own tasks, and cannot hand them to anyone.';

create policy delete_own on public.task_history
  for delete
  to authenticated
  using (user_id = (select auth.uid()));
comment on policy delete_own on public.task_history is
  'Users delete their own tasks; the documents of a task go along.';

create trigger set_updated_at
  before update on public.task_history
  for each row
  execute function private.set_updated_at();

alter publication supabase_realtime add table public.task_history;

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
end
$$;

comment on function public.insert_task_history(uuid, text, text, text, text, text, jsonb, text[], integer, timestamptz) is
  'Begins the record of a task and answers its id; 23505 if the user has a task of that id already. A final status without p_completed_at is completed now, the status running starts now.';

revoke execute on function public.insert_task_history(uuid, text, text, text, text, text, jsonb, text[], integer, timestamptz)
  from public, anon, authenticated, service_role;
grant execute on function public.insert_task_history(uuid, text, text, text, text, text, jsonb, text[], integer, timestamptz)
  to authenticated, service_role;

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
end
$$;

comment on function public.update_task_history_status(uuid, text, text, text, jsonb, integer, timestamptz) is
  'Moves a task to a status and answers whether there is such a task. Null parameters keep what is stored. The first running sets started_at; a final status sets completed_at, one that is not final clears it.';

revoke execute on function public.update_task_history_status(uuid, text, text, text, jsonb, integer, timestamptz)
  from public, anon, authenticated, service_role;
grant execute on function public.update_task_history_status(uuid, text, text, text, jsonb, integer, timestamptz)
  to authenticated, service_role;

create function public.get_task_history_filtered(
  p_user_id uuid,
  p_status text default null,
  p_google_service text default null,
  p_start_date timestamptz default null,
  p_end_date timestamptz default null,
  p_limit integer default 50,
  p_offset integer default 0,
  p_before_created_at timestamptz default null,
  p_before_id uuid default null
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
set plan_cache_mode = force_custom_plan
set enable_sort = off
as $$
declare
  page_size constant integer := private.page_limit(p_limit, 50);
  skipped constant integer := private.page_offset(p_offset, num_nonnulls(p_before_created_at, p_before_id));
begin
  perform private.assert_given('p_user_id', p_user_id is not null);

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
  where
    task.user_id = p_user_id
    and (p_status is null or task.status = p_status)
    and (p_google_service is null or p_google_service = any (task.google_services))
    and (p_start_date is null or task.created_at >= p_start_date)
    and (p_end_date is null or task.created_at <= p_end_date)
    and (p_before_id is null or (task.created_at, task.id) < (p_before_created_at, p_before_id))
  order by task.created_at desc, task.id desc
  limit page_size
  offset skipped;
end
$$;

-- force_custom_plan: planned with the values at hand, a filter that is null vanishes and the others become index
-- conditions.
-- enable_sort off: a page is read in the order of an index up to its last row, and never by fetching and sorting all
-- rows of the user, however few the statistics promise.
comment on function public.get_task_history_filtered(uuid, text, text, timestamptz, timestamptz, integer, integer, timestamptz, uuid) is
  'A user''s tasks, newest first, 50 unless p_limit (at most 1,000) says else. Null filters are ignored, both dates are inclusive. For the next page pass created_at and id of the last task as p_before_created_at and p_before_id.';

revoke execute on function public.get_task_history_filtered(uuid, text, text, timestamptz, timestamptz, integer, integer, timestamptz, uuid)
  from public, anon, authenticated, service_role;
grant execute on function public.get_task_history_filtered(uuid, text, text, timestamptz, timestamptz, integer, integer, timestamptz, uuid)
  to authenticated, service_role;

create function public.get_recent_task_history(
  p_user_id uuid,
  p_limit integer default 10
)
returns table (
  id uuid,
  task_id text,
  title text,
  status text,
  output_summary text,
  google_services text[],
  duration_ms integer,
  created_at timestamptz,
  completed_at timestamptz
)
language plpgsql
stable
security invoker
set search_path = ''
set enable_sort = off
as $$
declare
  page_size constant integer := private.page_limit(p_limit, 10);
begin
  perform private.assert_given('p_user_id', p_user_id is not null);

  return query
  select
    task.id,
    task.task_id,
    task.title,
    task.status,
    task.output_summary,
    task.google_services,
    task.duration_ms,
    task.created_at,
    task.completed_at
  from public.task_history as task
  where task.user_id = p_user_id
  order by task.created_at desc, task.id desc
  limit page_size;
end
$$;

-- enable_sort off: a page is read in the order of an index up to its last row, and never by fetching and sorting all
-- rows of the user, however few the statistics promise.
comment on function public.get_recent_task_history(uuid, integer) is
  'A user''s last tasks, newest first, 10 unless p_limit (at most 1,000) says else, without the long texts.';

revoke execute on function public.get_recent_task_history(uuid, integer) from public, anon, authenticated, service_role;
grant execute on function public.get_recent_task_history(uuid, integer) to authenticated, service_role;

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

create function public.get_task_statistics(
  p_user_id uuid,
  p_days integer default 30
)
returns table (
  total_tasks integer,
  successful_tasks integer,
  failed_tasks integer,
  avg_duration_ms integer,
  most_used_service text
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  since constant timestamptz := private.days_ago('p_days', p_days, 30);
begin
  perform private.assert_given('p_user_id', p_user_id is not null);

  return query
  with recent as (
    select task.id, task.status, task.duration_ms, task.google_services
    from public.task_history as task
    where task.user_id = p_user_id and task.created_at >= since
  ),
  favourite as (
    select used.service
    from recent
    cross join unnest(recent.google_services) as used (service)
    group by used.service
    -- distinct: a service that a task names twice counts once
    order by count(distinct recent.id) desc, used.service
    limit 1
  )
  select
    count(*)::integer,
    (count(*) filter (where recent.status = 'success'))::integer,
    (count(*) filter (where recent.status = 'failed'))::integer,
    round(avg(recent.duration_ms))::integer,
    (select favourite.service from favourite)
  from recent;
end
$$;

comment on function public.get_task_statistics(uuid, integer) is
  'One row about the tasks a user began in the last days (30 unless said): how many, how many of them successful and failed, the mean of the known durations, the service that most tasks used (of equals the first by name).';

revoke execute on function public.get_task_statistics(uuid, integer) from public, anon, authenticated, service_role;
grant execute on function public.get_task_statistics(uuid, integer) to authenticated, service_role;
