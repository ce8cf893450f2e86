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
