import { sendText } from '../../src/postgres/connect.ts'
import type { OpenDatabase } from '../../src/proof/state.ts'
import type { Workbench } from '../../src/workbench/server/server.ts'
import { withOpenScratch } from '../cases/run-case.ts'
import type { Case, OpenDatabases } from '../cases/run-case.ts'

/** A database of the pool, and how often it was passed. */
interface Kept {
  readonly database: OpenDatabase
  readonly uses: number
  readonly close: () => Promise<void>
}

/** After so many uses a database is made again: its catalogs have grown by what was dropped. */
const most = 40

/**
 * Passes databases that are emptied and passed again: to make one, and to plan the queries that look at it, takes
 * longer than those queries. What a use leaves, beyond what its owner has, is seen as a difference by the next one.
 */
export async function withDatabasePool<T>(
  workbench: Workbench,
  use: (withOne: OpenDatabases) => Promise<T>,
): Promise<T> {
  const idle: Kept[] = []
  const withOne: OpenDatabases = async (useOne) => {
    const kept = idle.pop() ?? (await open(workbench))
    const outcome = await useOne(kept.database).catch(async (error: unknown) => {
      await kept.close()
      throw error
    })
    if (kept.uses === most) await kept.close()
    else {
      await sendText(kept.database.admin, 'drop owned by postgres cascade')
      idle.push({ ...kept, uses: kept.uses + 1 })
    }
    return outcome
  }
  try {
    return await use(withOne)
  } finally {
    await Promise.all(idle.map(async ({ close }) => close()))
  }
}

async function open(workbench: Workbench): Promise<Kept> {
  const opened = Promise.withResolvers<OpenDatabase>()
  const closed = Promise.withResolvers<undefined>()
  const whole = withOpenScratch(workbench, empty, async (database) => {
    opened.resolve(database)
    await closed.promise
  })
  // Whichever comes first: the database, or the error that there is none.
  await Promise.race([opened.promise, whole])
  const close = async (): Promise<void> => {
    closed.resolve(undefined)
    await whole
  }
  return { database: await opened.promise, uses: 1, close }
}

const empty: Case = { name: '', before: '', after: '', rows: '', refused: [] }
