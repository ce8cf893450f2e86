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
