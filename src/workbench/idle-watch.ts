import { join } from 'node:path'
import { quoteLiteral } from '../sql/quote.ts'
import { inUse } from './hold.ts'
import type { ClusterFiles } from './initialise.ts'

/** The lock of the session that watches: there is one. */
export const watching = 'database-as-code workbench idle stop'

/**
 * The statement that stops a server from inside after `patience` seconds without use. While it looks it holds the lock that users share: who
 * comes then waits, and is either served or cut off by the stop, and starts the server anew. Whoever used it
 * between two looks shows in the count of sessions. It commits before each look, so that it holds back no cleaning.
 */
export function renderWatch(files: ClusterFiles, patience: number): string {
  const lock = `pg_catalog.hashtextextended(${quoteLiteral(inUse)}, 0)`
  return `do $watch$
declare
  last_use timestamptz := pg_catalog.clock_timestamp();
  known bigint := 0;
  seen bigint;
  others bigint;
begin
  if not pg_catalog.pg_try_advisory_lock(pg_catalog.hashtextextended(${quoteLiteral(watching)}, 0)) then
    return;
  end if;
  loop
    perform pg_catalog.pg_sleep(${String(patience / 20)});
    commit;
    if pg_catalog.pg_try_advisory_lock(${lock}) then
      select sum(sessions) into seen from pg_catalog.pg_stat_database;
      select count(*) into others from pg_catalog.pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_catalog.pg_backend_pid();
      if seen <> known or others > 0 then
        known := seen;
        last_use := pg_catalog.clock_timestamp();
      elsif pg_catalog.clock_timestamp() - last_use > pg_catalog.make_interval(secs => ${String(patience)}) then
        execute ${quoteLiteral(stopProgram(files))};
        perform pg_catalog.pg_sleep(60);
      end if;
      perform pg_catalog.pg_advisory_unlock(${lock});
    else
      last_use := pg_catalog.clock_timestamp();
    end if;
  end loop;
end
$watch$`
}

function stopProgram({ folder, binaries }: ClusterFiles): string {
  const program = join(binaries.folder, 'bin', 'pg_ctl')
  const words = [program, 'stop', '-D', join(folder, 'data'), '-m', 'fast', '-W']
  const command = words.map((word) => `"${word}"`).join(' ')
  return `copy (select 1) to program ${quoteLiteral(command)}`
}
