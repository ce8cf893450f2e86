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
