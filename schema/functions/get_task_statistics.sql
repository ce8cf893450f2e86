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
