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
