import type { Context } from '../files/context.ts'
import { loadSeedFiles } from '../targets/seed/seed-files.ts'
import { refuseToSeed } from '../targets/seed/refuse-to-seed.ts'
import { seedRows } from '../targets/seed/seed-rows.ts'
import { withLockedTarget } from '../targets/target.ts'

/** How many rows a run has inserted. */
export interface SeedResult {
  readonly environment: string
  readonly address: string
  /** In the order in which they were filled. */
  readonly tables: readonly SeededTable[]
}

/** A table as SQL spells it. */
interface SeededTable {
  readonly table: string
  readonly inserted: number
}

/**
 * Loads the rows of the folder of samples into the environment `local` or `test`; rows that are there stay as they are.
 * Throws UserError for any other environment, and as seedRows. Nothing is loaded then.
 */
export async function seedCommand(context: Context, environment: string): Promise<SeedResult> {
  await refuseToSeed(context, environment)
  const files = await loadSeedFiles(context.project)
  return withLockedTarget(context, { environment, lockWait }, async ({ session, address }) => {
    const inserted = await seedRows(session, files)
    const tables = [...inserted].map(([table, count]) => ({ table, inserted: count }))
    return { environment, address, tables }
  })
}

/** A migration that runs ends before the rows are loaded; in milliseconds. */
const lockWait = 10_000
