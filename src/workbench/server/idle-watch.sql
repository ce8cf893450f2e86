-- Stops this server from inside when nobody uses it. What it must know is in the session's settings workbench.*.
-- While it looks it holds the lock that users share: who comes then waits, and is either served or cut off by the
-- stop, and starts the server again. Whoever used it between two looks shows in the count of sessions. It commits
-- before each look, so that it holds back no cleaning.
do $watch$
declare
  in_use constant bigint := pg_catalog.hashtextextended(current_setting('workbench.in_use'), 0);
  watching constant bigint := pg_catalog.hashtextextended(current_setting('workbench.watching'), 0);
  patience constant interval := current_setting('workbench.patience')::interval;
  program constant text := current_setting('workbench.program');
  root constant text := current_setting('workbench.root');
  last_use timestamptz := pg_catalog.clock_timestamp();
  known bigint := 0;
  seen bigint;
  others bigint;
  gone boolean;
begin
  if not pg_catalog.pg_try_advisory_lock(watching) then
    return;
  end if;
  loop
    perform pg_catalog.pg_sleep_for(patience / 20);
    commit;
    if pg_catalog.pg_try_advisory_lock(in_use) then
      select sum(d.sessions)
      into seen
      from pg_catalog.pg_stat_database as d;
      select count(*)
      into others
      from pg_catalog.pg_stat_activity as a
      where a.backend_type = 'client backend' and a.pid <> pg_catalog.pg_backend_pid();
      -- the project may lie where the server's user cannot look
      begin
        gone := pg_catalog.pg_stat_file(root, true) is null;
      exception
        when others then
          gone := false;
      end;
      if seen <> known or others > 0 then
        last_use := pg_catalog.clock_timestamp();
        known := seen;
      end if;
      if gone or pg_catalog.clock_timestamp() - last_use > patience then
        execute format('copy (select 1) to program %L', program);
        perform pg_catalog.pg_sleep(60);
      end if;
      perform pg_catalog.pg_advisory_unlock(in_use);
    else
      last_use := pg_catalog.clock_timestamp();
    end if;
  end loop;
end
$watch$;
