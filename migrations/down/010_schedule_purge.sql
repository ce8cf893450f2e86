-- Takes 010 back: the purge is no longer scheduled. Without pg_cron it never was.
-- lost: none
-- locks: none
-- data: none
-- access: none
-- clients: none
-- functions: none

do $$
begin
  if exists (select from pg_catalog.pg_extension as extension where extension.extname = 'pg_cron') then
    perform cron.unschedule(job.jobid)
    from cron.job as job
    where job.jobname = 'purge-logs' and job.username = current_user;
  end if;
end
$$;
