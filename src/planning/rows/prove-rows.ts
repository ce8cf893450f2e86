import { runFile } from '../../deploy/run/run-file.ts'
import { parseRunnable } from '../../deploy/run/runnable-file.ts'
import type { FileText } from '../../deploy/run/runnable-file.ts'
import { defaultLimits } from '../../deploy/session/session.ts'
import { UserError } from '../../errors.ts'
import { isSameValue } from '../../model/compare-catalogs.ts'
import { keyOf, pick } from '../../plan/rows/row-changes.ts'
import type { TableRows } from '../../plan/rows/row-changes.ts'
import { withDatabase, withSession } from '../../postgres/connect.ts'
import type { Queryable, Session } from '../../postgres/connect.ts'
import type { Content } from '../../workbench/load/content.ts'
import { withScratch } from '../../workbench/scratch/scratch.ts'
import type { Workbench } from '../../workbench/server/server.ts'
import { overRows } from '../proving/over-sample-rows.ts'
import type { MigrationTexts } from '../writing/write-migrations.ts'
import type { ChangedTable } from './changed-table.ts'
import { readTableRows } from './read-rows.ts'

/** A migration of rows, and what it is about. */
interface RowsProof {
  readonly stage: MigrationTexts
  readonly tables: readonly ChangedTable[]
}

/**
 * Runs a migration of rows and its down file over sample rows. After the first every row is as its file wants it, and no
 * other has changed; after the second all are as before. Throws UserError for what is not so.
 */
export async function proveRows(
  workbench: Workbench,
  start: Extract<Content, { kind: 'migrations' }>,
  { stage, tables }: RowsProof,
): Promise<void> {
  await withScratch(workbench, overRows(start), ({ url, adminUrl }) =>
    withSession(url, (session) =>
      withDatabase(adminUrl, async (admin) => {
        const before = await readAll(admin, tables)
        await run(session, { path: 'the migration of rows', text: stage.upText })
        const after = await readAll(admin, tables)
        for (const [at, table] of tables.entries()) checkUp(table, before[at], after[at])
        await run(session, { path: 'its down file', text: stage.downText })
        const back = await readAll(admin, tables)
        for (const [at, table] of tables.entries())
          if (!isSameValue(before[at]?.rows ?? [], back[at]?.rows ?? []))
            throw unproved(table, 'down', 'rows are not as they were')
      }),
    ),
  )
}

async function run(session: Session, file: FileText): Promise<void> {
  await runFile(session, await parseRunnable(file), {
    limits: defaultLimits,
    record: async () => undefined,
  }).catch(asUnplanned)
}

async function readAll(admin: Queryable, tables: readonly ChangedTable[]): Promise<TableRows[]> {
  return Promise.all(tables.map(async ({ wanted }) => readTableRows(admin, wanted)))
}

function checkUp(
  table: ChangedTable,
  before: TableRows | undefined,
  after: TableRows | undefined,
): void {
  const { wanted, rows, changes } = table
  const { key, all } = wanted
  const found = new Map((after?.rows ?? []).map((row) => [keyOf(row, all, key), row]))
  const wrong = rows.rows.find(
    (row) =>
      !isSameValue(pick(found.get(keyOf(row, rows.columns, key)) ?? [], all, rows.columns), row),
  )
  if (wrong !== undefined)
    throw unproved(
      table,
      'up',
      `the row ${keyOf(wrong, rows.columns, key)} is not as ${wanted.path} says`,
    )
  const known = new Set([
    ...rows.rows.map((row) => keyOf(row, rows.columns, key)),
    ...changes.deletes.rows.map((row) => keyOf(row, all, key)),
  ])
  const others = ({ rows: list }: TableRows): unknown[] =>
    list.filter((row) => !known.has(keyOf(row, all, key)))
  if (before === undefined || after === undefined) return
  if (JSON.stringify(others(before)) !== JSON.stringify(others(after)))
    throw unproved(table, 'up', 'rows change that the file has not')
}

function unproved({ wanted }: ChangedTable, way: 'up' | 'down', why: string): UserError {
  return new UserError(
    `not proved ${way}: rows of ${wanted.name} (${wanted.path}): ${why}.\nNothing was written.`,
  )
}

/** Sample rows may be the same ones, or may use what goes. */
function asUnplanned(error: unknown): never {
  if (!(error instanceof UserError)) throw error
  throw new UserError(
    `${error.message}\nIt was tried over the rows of samples. Take those out of the samples that the folder of rows has, too.\nNothing was written.`,
    { cause: error },
  )
}
