import type { AlterTableCmd } from 'libpg-query'
import { fieldsIn, wordsOf } from '../expression.ts'
import type { Table } from '../world/table.ts'
import { changeTables, findTree } from '../world/world.ts'
import type { World } from '../world/world.ts'

/**
 * The columns that one statement gives new types, where the expression of one reads another: all expressions read the
 * rows as they were before the statement (ATRewriteTable). Empty where each reads itself alone.
 */
export function retypedTogether(commands: readonly AlterTableCmd[]): ReadonlySet<string> {
  const retyped = commands.filter(isRetyping)
  const names = new Set(retyped.map(({ name = '' }) => name))
  const isMixed = retyped.some((command) => readsOther(command, names))
  return isMixed ? names : new Set()
}

/** Whether a clause gives a column a new type. */
export function isRetyping({ subtype }: AlterTableCmd): boolean {
  return subtype === 'AT_AlterColumnType'
}

/** The tables after one of these clauses: the new values of its column are not told. */
export function withoutValues(
  world: World,
  { table, column }: { readonly table: Table; readonly column: string },
): World {
  const ids = new Set(findTree(world, table).map(({ id }) => id))
  return changeTables(world, ids, (each) => ({
    ...each,
    columns: each.columns.map((one) =>
      one.name === column ? { ...one, typeId: undefined, value: undefined } : one,
    ),
  }))
}

function readsOther({ name, def }: AlterTableCmd, names: ReadonlySet<string>): boolean {
  const using = def !== undefined && 'ColumnDef' in def ? def.ColumnDef.raw_default : undefined
  return [...fieldsIn(using)].some(
    (field) =>
      field.name === 'fields' &&
      wordsOf(field.value).some((word) => word !== name && names.has(word)),
  )
}
