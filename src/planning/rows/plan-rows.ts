import { UserError } from '../../errors.ts'
import type { Migration, MigrationFolder } from '../../files/migrations.ts'
import type { Catalog } from '../../model/catalog.ts'
import { nextVersion } from '../../plan/write/migration-files.ts'
import { printDown, printUp } from '../../plan/rows/print-rows.ts'
import type { RowStatements } from '../../plan/rows/print-rows.ts'
import { findRowChanges, isNothing, pick } from '../../plan/rows/row-changes.ts'
import type { RowChanges, TableRows } from '../../plan/rows/row-changes.ts'
import { withDatabase } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'
import { commentLine } from '../../sql/comment-line.ts'
import { withScratch } from '../../workbench/scratch/scratch.ts'
import type { Workbench } from '../../workbench/server/server.ts'
import { startOf } from '../project-states.ts'
import type { MigrationTexts } from '../writing/write-migrations.ts'
import type { ChangedTable } from './changed-table.ts'
import { proveRows } from './prove-rows.ts'
import { readTableRows, readWantedRows } from './read-rows.ts'
import { loadWantedTables } from './wanted-tables.ts'
import type { WantedTable } from './wanted-tables.ts'

/** A change of reference rows: a migration behind all others of a plan. */
export interface RowsPlan {
  readonly stage: MigrationTexts
  readonly tables: readonly ChangedTable[]
  readonly up: readonly TableStatement[]
  readonly down: readonly TableStatement[]
}

/** A statement without its semicolon, and whose rows it changes. */
interface TableStatement {
  readonly sql: string
  readonly table: WantedTable
}

/** What a plan of objects leads to, and the migrations that do. */
interface RowsTask {
  readonly folder: MigrationFolder
  readonly stages: readonly MigrationTexts[]
  readonly desired: Catalog
}

/**
 * Plans from the rows that the migrations make, those of the plan included, to those of the files of reference rows, and
 * proves both directions over sample rows. Undefined where nothing changes. Throws UserError for files and rows that
 * cannot be planned.
 */
export async function planRows(
  workbench: Workbench,
  { folder, stages, desired }: RowsTask,
): Promise<RowsPlan | undefined> {
  const wanted = await loadWantedTables(workbench.project, desired)
  if (wanted.length === 0) return undefined
  const start = startOf(withStages(folder, stages))
  const compared = await withScratch(workbench, start, async ({ adminUrl }) =>
    withDatabase(adminUrl, async (admin) => compareAll(admin, wanted)),
  )
  const tables = compared.filter(({ changes }) => !isNothing(changes))
  if (tables.length === 0) return undefined
  const [up, down] = [inOrder(tables, printUp), inOrder(tables, printDown)]
  const [upText, downText] = [up, down].map((list) => list.map(({ sql }) => `${sql};\n`).join('\n'))
  const stage = {
    up: { statements: [] },
    upText: `${tables.map(tellTable).join('')}${upText ?? ''}`,
    down: { statements: [] },
    downText: downText ?? '',
    values: tables.map(({ wanted: { name } }) => `values of ${name} change`),
  }
  await proveRows(workbench, start, { stage, tables })
  return { stage, tables, up, down }
}

/** Tables come behind those that they refer to, and what goes leaves in the opposite order. */
function inOrder(
  tables: readonly ChangedTable[],
  print: (table: ChangedTable) => RowStatements,
): TableStatement[] {
  const printed = tables.map((table) => {
    const { comes, goes } = print(table)
    const tag = (sql: string): TableStatement => ({ sql, table: table.wanted })
    return { comes: comes.map(tag), goes: goes.map(tag) }
  })
  const goes = printed.toReversed().flatMap((each) => each.goes)
  return [...printed.flatMap(({ comes }) => comes), ...goes]
}

function tellTable({ wanted, changes }: ChangedTable): string {
  return `${commentLine(`Rows of ${wanted.name}, from ${wanted.path}: ${countChanges(changes)}.`)}\n`
}

/** `2 new, 1 changed` */
export function countChanges({ inserts, updates, deletes }: RowChanges): string {
  const counts = [
    [inserts.rows.length, 'new'],
    [updates.length, 'changed'],
    [deletes.rows.length, 'deleted'],
  ] as const
  return counts
    .flatMap(([count, word]) => (count === 0 ? [] : [`${String(count)} ${word}`]))
    .join(', ')
}

async function compareAll(
  admin: Queryable,
  tables: readonly WantedTable[],
): Promise<ChangedTable[]> {
  const compared: ChangedTable[] = []
  for (const table of tables) {
    const rows = await readWantedRows(admin, table)
    refuseWithoutKey(table, rows)
    const { name, key, deletesMissing, always } = table
    const changes = findRowChanges(await readTableRows(admin, table), {
      ...rows,
      table: name,
      key,
      deletesMissing,
    })
    const overriding = (columns: readonly string[]): boolean =>
      columns.some((column) => always.includes(column))
    compared.push({ wanted: table, rows, changes, overriding })
  }
  return compared
}

function refuseWithoutKey({ path, key }: WantedTable, { rows, columns }: TableRows): void {
  if (rows.every((row) => !pick(row, columns, key).includes(null))) return
  throw new UserError(`${path}: a row has no value in ${key.join(', ')}, which tells rows apart.`)
}

/** The folder as it will be with what is planned. */
function withStages(folder: MigrationFolder, stages: readonly MigrationTexts[]): MigrationFolder {
  const migrations = stages.reduce<readonly Migration[]>((list, { upText, up }) => {
    const version = nextVersion(list.at(-1)?.version, '')
    const file = `${version}_planned.sql`
    const head = up.outside === true ? '-- atlas:txmode none\n\n' : ''
    const planned = { version, name: 'planned', file, path: file, hash: '', down: undefined }
    return [...list, { ...planned, text: `${head}${upText}` }]
  }, folder.migrations)
  return { ...folder, migrations }
}
