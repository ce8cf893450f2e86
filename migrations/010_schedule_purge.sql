-- The purge of old logs, every five minutes, where pg_cron is enabled.
-- changes: none
-- locks: none
-- data: none
-- access: none
-- clients: none
-- functions: none

do $$
begin
  if exists (select from pg_catalog.pg_extension as extension where extension.extname = 'pg_cron') then
    -- again under the same name: the schedule and the command of the job that is there
    perform cron.schedule('purge-logs', '*/5 * * * *', 'select private.purge_execution_logs()');
  else
    raise notice 'pg_cron is not enabled: nothing deletes the logs that are older than 90 days' using
      hint = 'Enable it, then as postgres: select cron.schedule(''purge-logs'', ''*/5 * * * *'', ''select private.purge_execution_logs()'');';
  end if;
end
$$;
