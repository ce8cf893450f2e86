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
