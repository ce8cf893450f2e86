import { sendText, sql } from '../../src/postgres/connect.ts'
import type { Queryable, Session } from '../../src/postgres/connect.ts'
import { measure } from '../../src/model/timing.ts'
import { oneUser } from './load.ts'
import { becomeAs, runs } from './measure-query.ts'

/** Milliseconds of 100 logs, the shortest of some runs, in the ways that they can be written. */
export interface InsertTimes {
  /** 100 requests of one log: a transaction each, with the role and the claims, as the Data API makes it. */
  readonly singleRequests: number
  /** One such request with 100 logs. */
  readonly batchRequest: number
  /** Inside one transaction in the server, without any request. */
  readonly singleCalls: number
  readonly batchCall: number
  /** One insert statement with the same 100 rows, without a function: the least that PostgreSQL does for them. */
  readonly bareInsert: number
}

/** Writes logs in each way, in turn, on a database that has the user. */
export async function measureInserts(session: Session): Promise<InsertTimes> {
  const requests: [number, number][] = []
  for (let run = 0; run <= runs; run += 1) {
    const single = await measure(async () => singleRequests(session))
    const batch = await measure(async () => request(session, batchCall))
    // The first of each fills caches.
    if (run > 0) requests.push([single, batch])
  }
  const calls = await measureCalls(session)
  return {
    singleRequests: Math.min(...requests.map(([single]) => single)),
    batchRequest: Math.min(...requests.map(([, batch]) => batch)),
    ...calls,
  }
}

const logs = JSON.stringify(
  Array.from({ length: 100 }, () => ({
    step_id: 'step-1',
    agent_type: 'worker',
    message: 'm'.repeat(120),
    log_level: 'info',
    metadata: { found: 'x'.repeat(66) },
  })),
)

const batchCall = sql`select public.batch_insert_execution_logs(${oneUser}, 'task-1', ${logs})`
const singleCall = sql`
  select public.insert_execution_log(
    ${oneUser}, 'task-1', 'step-1', 'worker', ${'m'.repeat(120)}, 'info', ${JSON.stringify({ found: 'x'.repeat(66) })}
  )
`

async function singleRequests(session: Session): Promise<void> {
  for (let count = 0; count < 100; count += 1) await request(session, singleCall)
}

async function request(session: Session, call: typeof batchCall): Promise<void> {
  await session.tx(async (tx) => {
    await becomeAs(tx, 'service_role', oneUser)
    await tx.query(call)
  })
}

/** The clock of the server, in one block: what is between a client and the server takes no part. */
async function measureCalls(
  session: Session,
): Promise<Pick<InsertTimes, 'singleCalls' | 'batchCall' | 'bareInsert'>> {
  await sendText(session, insideServer)
  const [row] = await session.query(sql`
    select
      min(t.single) as "singleCalls",
      min(t.batch) as "batchCall",
      min(t.bare) as "bareInsert"
    from pg_temp.taken as t
    where t.run > 0
  `)
  return row
}

const insideServer = `
create temp table taken (run integer, single double precision, batch double precision, bare double precision);
grant insert on pg_temp.taken to public;
do $$
declare
  at timestamptz;
  single double precision;
  batch double precision;
  logs jsonb := '${logs}';
  found jsonb := '{"found": "${'x'.repeat(66)}"}';
begin
  perform set_config('request.jwt.claims', '{"role": "service_role"}', true);
  set local role service_role;
  for run in 0..${String(2 * runs)} loop
    at := clock_timestamp();
    for n in 1..100 loop
      perform public.insert_execution_log('${oneUser}', 'task-1', 'step-1', 'worker', repeat('m', 120), 'info', found);
    end loop;
    single := extract(epoch from clock_timestamp() - at) * 1000;
    at := clock_timestamp();
    perform public.batch_insert_execution_logs('${oneUser}', 'task-1', logs);
    batch := extract(epoch from clock_timestamp() - at) * 1000;
    at := clock_timestamp();
    insert into public.execution_logs (user_id, task_id, step_id, agent_type, message, log_level, metadata)
    select '${oneUser}', 'task-1', 'step-1', 'worker', repeat('m', 120), 'info', found from generate_series(1, 100);
    insert into pg_temp.taken
    values (run, single, batch, extract(epoch from clock_timestamp() - at) * 1000);
  end loop;
end $$`

/** Bytes of the write-ahead log for one log, in one transaction of single inserts, without images of whole pages. */
export async function measureWal(session: Session, table: string): Promise<number> {
  return session.tx(async (tx) => {
    const bytes: number[] = []
    for (let count = 0; count < 600; count += 1) bytes.push(await walOfInsert(tx, table))
    // The first ones have the images of pages that no one has changed since the last checkpoint.
    const usual = bytes.slice(100).filter((size) => size > 0)
    return usual.reduce((sum, size) => sum + size, 0) / usual.length
  })
}

/** The bytes of one insert; 0 where images of pages are among them. */
async function walOfInsert(tx: Queryable, table: string): Promise<number> {
  const [row] = await tx.query(sql`
    explain (analyze, wal, timing off, format json)
    insert into ${sql.ident(...table.split('.'))} (user_id, task_id, step_id, agent_type, message, log_level, metadata)
    values (
      ${oneUser}, 'task-1', 'step-1', 'worker', ${'m'.repeat(120)}, 'info',
      ${JSON.stringify({ found: 'x'.repeat(66) })}
    )
  `)
  const { Plan: plan } = row['QUERY PLAN'][0]
  return plan['WAL FPI'] === 0 ? Number(plan['WAL Bytes']) : 0
}
