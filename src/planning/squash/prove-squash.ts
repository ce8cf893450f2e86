import { UserError } from '../../errors.ts'
import type { Migration } from '../../files/migrations.ts'
import { nameOf } from '../../model/object-id.ts'
import { withDatabase } from '../../postgres/connect.ts'
import { keptTables, readRows } from '../../proof/kept-rows.ts'
import type { TableRows } from '../../proof/kept-rows.ts'
import { isClean } from '../../proof/run-up-and-down.ts'
import { withScratch } from '../../workbench/scratch/scratch.ts'
import type { Workbench } from '../../workbench/server/server.ts'
import { showProof } from '../plan-result.ts'
import { lookAt, startOf } from '../project-states.ts'
import { proveFiles } from '../proving/prove-pairs.ts'
import type { SquashTask } from './plan-squash.ts'

/**
 * Replays a squashed migration and those that it replaces, and compares what they make: objects by both witnesses, rows by
 * their count; then runs its down file, which must lead back to nothing. Answers what is to be known of the rows. Throws
 * UserError for whatever differs.
 */
export async function proveSquash(
  workbench: Workbench,
  { files, replaced }: Pick<SquashTask, 'files' | 'replaced'>,
  squashed: Migration,
): Promise<string[]> {
  const { folder } = files
  if (squashed.down === undefined) throw new Error('a squashed migration has its down file')
  const [was, is] = [replaced, [squashed]].map((migrations) => startOf({ ...folder, migrations }))
  const start = startOf({ ...folder, migrations: [] })
  if (was === undefined || is === undefined) throw new Error('two contents')
  const desired = await lookAt(workbench, was)
  const pairs = [[squashed, squashed.down]] as const
  const run = await proveFiles(workbench, start, { pairs, desired }).catch(tellKept)
  if (!isClean(run.steps)) {
    const found = showProof(run).flatMap(({ way, differences }) =>
      differences.map(({ object }) => `  ${way}: ${object}`),
    )
    throw new UserError(
      `The squashed migration does not make what the ${String(replaced.length)} make:\n${found.join('\n')}\nNothing was written.`,
    )
  }
  const tables = keptTables(desired.catalog, desired.catalog)
  const [before, after] = await Promise.all(
    [was, is].map(async (content) =>
      withScratch(workbench, content, async ({ adminUrl }) =>
        withDatabase(adminUrl, async (db) => readRows(db, tables)),
      ),
    ),
  )
  return compareRows(before ?? [], after ?? [])
}

function tellKept(error: unknown): never {
  if (!(error instanceof UserError)) throw error
  throw new UserError(
    `${error.message}\nWhat is kept as written runs when all objects are made. Where it needs what a later migration drops, squash up to a version before that one, or leave it out (-- --leave-out VERSION:LINE). Nothing was written.`,
    { cause: error },
  )
}

function compareRows(before: readonly TableRows[], after: readonly TableRows[]): string[] {
  const pairs = before.map((was, at) => ({ was, is: after[at] ?? was }))
  const other = pairs.filter(({ was, is }) => was.count !== is.count)
  if (other.length > 0) {
    const lines = other.map(
      ({ was, is }) =>
        `  ${nameOf(was.table)}: ${String(was.count)} rows before, ${String(is.count)} now`,
    )
    throw new UserError(
      `The squashed migration does not make the same rows:\n${lines.join('\n')}\nNothing was written.`,
    )
  }
  return pairs
    .filter(({ was, is }) => was.digest !== is.digest)
    .map(
      ({ was }) =>
        `${nameOf(was.table)}: as many rows, with other values. That is so where they hold the time or a random value of the replay. Look at the data steps.`,
    )
}
