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

-- enable_seqscan off: a scan of the table would look cheap to the planner as long as many rows are old, but would read
-- every block once few are left; the BRIN index on created_at leads to the old blocks alone.
comment on function private.purge_execution_logs(integer, integer) is
  'For a scheduled job of the owner: deletes at most one batch of the logs of all users that are older than that many days and answers how many lines; call it again while the answer is the size of the batch.';

revoke execute on function private.purge_execution_logs(integer, integer) from public, anon, authenticated, service_role;
