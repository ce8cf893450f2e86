import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sendText, sql, withSession } from '../../src/postgres/connect.ts'
import type { Session } from '../../src/postgres/connect.ts'
import type { Talk } from '../../src/files/context.ts'
import { withScratch } from '../../src/workbench/scratch/scratch.ts'
import type { UseWorkbench, Workbench } from '../../src/workbench/server/server.ts'
import { comparedQueries } from './compared-queries.ts'
import type { Pair } from './compared-queries.ts'
import { load } from './load.ts'
import type { Sizes } from './load.ts'
import { measureInserts, measureWal } from './measure-inserts.ts'
import type { InsertTimes } from './measure-inserts.ts'
import { measurePair, prepareCursors } from './measure-query.ts'
import { measureDeletion, readRefusedToAnon, userTables } from './measure-rest.ts'
import type { Deletion } from './measure-rest.ts'

/** What was measured, in one run on one server. */
export interface AuraBench {
  /** PostgreSQL's version as it says it, such as 17.10. */
  readonly postgres: string
  readonly sizes: Sizes
  readonly queries: readonly MeasuredQuery[]
  readonly inserts: InsertTimes
  /** Bytes of the write-ahead log for a log. */
  readonly wal: { readonly ours: number; readonly naive: number }
  readonly anon: { readonly refused: number; readonly tables: number }
  readonly deletion: Deletion
}

/** A query with both of its costs. */
interface MeasuredQuery extends Pair {
  readonly name: string
  readonly naively: string
  readonly target: string
  readonly holds: boolean
}

/** Loads a service of the given sizes on scratch databases, and measures what the application asks for. */
export async function benchAura(
  useWorkbench: UseWorkbench,
  { sizes, talk }: { readonly sizes: Sizes; readonly talk: Talk },
): Promise<AuraBench> {
  return useWorkbench(async (workbench) => {
    const reading = await benchReading(workbench, { sizes, talk })
    talk.step('writing logs one by one and in batches')
    return { sizes, ...reading, ...(await benchWriting(workbench)) }
  })
}

type Reading = Pick<AuraBench, 'postgres' | 'queries' | 'anon' | 'deletion'>

async function benchReading(
  workbench: Workbench,
  { sizes, talk }: { readonly sizes: Sizes; readonly talk: Talk },
): Promise<Reading> {
  return withScratch(workbench, { kind: 'migrations', mode: 'today' }, async ({ url, adminUrl }) =>
    withSession(adminUrl, async (superuser) => {
      talk.step('loading rows')
      await load(superuser, sizes)
      talk.step('loading the naive form of the same rows')
      await loadNaive(superuser)
      return withSession(url, async (owner) => {
        await prepareCursors(owner, Math.floor(sizes.largeLogs / 2))
        const queries = await measureQueries(owner, { sizes, talk })
        const refused = await readRefusedToAnon(owner)
        talk.step('deleting the account with the most logs')
        return {
          postgres: await readVersion(owner),
          queries,
          anon: { refused, tables: userTables.length },
          deletion: await measureDeletion(superuser),
        }
      })
    }),
  )
}

async function measureQueries(
  owner: Session,
  { sizes, talk }: { readonly sizes: Sizes; readonly talk: Talk },
): Promise<MeasuredQuery[]> {
  const measured: MeasuredQuery[] = []
  for (const query of comparedQueries(sizes)) {
    talk.step(query.name)
    const { name, naively, target } = query
    const pair = await measurePair(owner, query)
    measured.push({ name, naively, target, ...pair, holds: query.holds(pair) })
  }
  return measured
}

/** On small tables: the pages of large ones would be written whole after each checkpoint. */
async function benchWriting(workbench: Workbench): Promise<Pick<AuraBench, 'inserts' | 'wal'>> {
  return withScratch(
    workbench,
    { kind: 'migrations', mode: 'today' },
    async ({ url, adminUrl }) => {
      await withSession(adminUrl, async (superuser) => {
        await load(superuser, { users: 10, logs: 1000, largeLogs: 1000, tasks: 1 })
        await loadNaive(superuser)
      })
      return withSession(url, async (owner) => ({
        inserts: await measureInserts(owner),
        wal: {
          ours: await measureWal(owner, 'public.execution_logs'),
          naive: await measureWal(owner, 'naive.execution_logs'),
        },
      }))
    },
  )
}

async function loadNaive(superuser: Session): Promise<void> {
  await sendText(superuser, await readFile(join(import.meta.dirname, 'naive.sql'), 'utf8'))
  await sendText(superuser, 'vacuum analyze')
}

async function readVersion(session: Session): Promise<string> {
  const [row] = await session.query(
    sql`select split_part(pg_catalog.current_setting('server_version'), ' ', 1) as version`,
  )
  return row.version
}
