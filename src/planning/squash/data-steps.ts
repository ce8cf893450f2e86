import { UserError } from '../../errors.ts'
import type { Node } from 'libpg-query'
import type { Migration } from '../../files/migrations.ts'
import { quoteName } from '../../sql/quote.ts'
import { splitStatements } from '../../sql/scan/split.ts'
import type { Statement } from '../../sql/scan/split.ts'

/** A statement of a migration that works on rows, or on what no plan sees: kept as it was written. */
export interface DataStep {
  readonly file: string
  /** From 1. */
  readonly line: number
  /** As SQL names the sort: `insert`, `do`. */
  readonly sort: string
  readonly sql: string
}

/**
 * Finds the statements of migrations that a plan between states does not make, in their order, with the settings under
 * which they run.
 */
export async function findDataSteps(migrations: readonly Migration[]): Promise<DataStep[]> {
  const files = await Promise.all(
    migrations.map(async ({ text, path, file }) =>
      stepsOf(await splitStatements(text, path), file),
    ),
  )
  return files.flat()
}

/** A setting of a file holds until its end, and only there. */
function stepsOf(statements: readonly Statement[], file: string): DataStep[] {
  const steps = statements.flatMap(({ node, tree, line, leading, text }) => {
    const sort = sorts[node]
    if (sort === undefined || (sort === 'set' && settingOf(tree).length === 0)) return []
    return [{ file, line, sort, sql: leading === '' ? text : `${leading}\n${text}` }]
  })
  if (steps.every(({ sort }) => sort === 'set')) return []
  const line = steps.at(-1)?.line ?? 1
  const names = new Set(statements.flatMap(({ tree }) => settingOf(tree)))
  return [
    ...steps,
    ...[...names].map((name) => ({ file, line, sort: 'set', sql: `reset ${name}` })),
  ]
}

function settingOf(tree: Node): string[] {
  if (!('VariableSetStmt' in tree)) return []
  const { name, kind } = tree.VariableSetStmt
  // What sets no value is no setting that is left.
  return name !== undefined && kind === 'VAR_SET_VALUE'
    ? [name.split('.').map(quoteName).join('.')]
    : []
}

/** By the parser's names. What only reads may call a function that writes. */
const sorts: Readonly<Record<string, string>> = {
  InsertStmt: 'insert',
  UpdateStmt: 'update',
  DeleteStmt: 'delete',
  MergeStmt: 'merge',
  CopyStmt: 'copy',
  TruncateStmt: 'truncate',
  DoStmt: 'do',
  CallStmt: 'call',
  SelectStmt: 'select',
  ExecuteStmt: 'execute',
  VariableSetStmt: 'set',
  RefreshMatViewStmt: 'refresh materialized view',
}

/** The statements as they stand at the end of a squashed migration, each with where it is from. */
export function renderDataSteps(steps: readonly DataStep[]): string {
  return steps
    .map(({ file, line, sql }) => `-- Kept from ${file}, line ${String(line)}:\n${sql};\n`)
    .join('\n')
}

/**
 * The steps without those that somebody leaves out, each by its version and line, as `004:12`. Throws UserError for a place
 * at which there is none.
 */
export function withoutSteps(steps: readonly DataStep[], leftOut: readonly string[]): DataStep[] {
  const placeOf = ({ file, line }: DataStep): string =>
    `${file.split('_', 1).join('')}:${String(line)}`
  const known = new Set(steps.map(placeOf))
  const wrong = leftOut.find((place) => !known.has(place))
  if (wrong === undefined) return steps.filter((step) => !leftOut.includes(placeOf(step)))
  throw new UserError(
    `--leave-out ${wrong}: no statement on rows starts there. There are: ${[...known].join(', ') || 'none'}.`,
  )
}
