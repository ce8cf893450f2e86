import { quoteName } from '../../../sql/quote.ts'
import { askRows } from '../ask-rows.ts'
import type { ConstraintFact } from '../facts/database-facts.ts'
import { joinFound } from '../found.ts'
import type { Found } from '../found.ts'
import type { Outcome } from '../question.ts'
import { rowsOf } from '../world/rows-of-table.ts'
import type { Table } from '../world/table.ts'
import type { World } from '../world/world.ts'

/** Rows that are deleted: the tables that they are in, and the rows as a query. */
export interface DeletedRows {
  readonly tables: readonly Table[]
  readonly query: string
}

/** What foreign keys do when rows are deleted, in the tables that refer to them, over any number of steps. */
export function askCascaded(
  world: World,
  { tables, query }: DeletedRows,
  seen: ReadonlySet<string> = new Set(),
): Found {
  const ids = new Set(tables.map(({ id }) => id))
  const keys = world.facts.constraints.filter(
    (each) =>
      ids.has(each.other) && effects[each.onDelete] !== undefined && !seen.has(nameOf(each)),
  )
  const known = new Set([...seen, ...keys.map(nameOf)])
  return joinFound(
    keys.flatMap((key) => {
      const table = world.tables.find(({ id }) => id === key.tableId)
      const referred = world.tables.find(({ id }) => id === key.other)
      const where = table && referred && matchOf(key, table, { referred, query })
      if (table === undefined || where === undefined) return []
      const [outcome, detail] = effects[key.onDelete] ?? ['loses rows', '']
      const own = askRows(world, table, { outcome, detail, tree: true, where })
      if (key.onDelete !== 'c') return [own]
      const deleted = `select * from ${rowsOf(world, table, { tree: true })} where ${where}`
      return [own, askCascaded(world, { tables: [table], query: deleted }, known)]
    }),
  )
}

/** By PostgreSQL's letters: no action and restrict refuse, and lose nothing. */
const effects: Readonly<Record<string, readonly [Outcome, string]>> = {
  c: ['loses rows', 'rows deleted with those that they refer to'],
  n: ['loses values', 'references set null'],
  d: ['changes values', 'references set to their default'],
}

function nameOf({ tableId, name }: ConstraintFact): string {
  return `${String(tableId)}.${name}`
}

function matchOf(
  { columns, otherColumns }: ConstraintFact,
  table: Table,
  { referred, query }: { readonly referred: Table; readonly query: string },
): string | undefined {
  const pairs = columns.map((origin, at) => {
    const own = table.columns.find((column) => column.origin === origin)
    const other = referred.columns.find((column) => column.origin === otherColumns[at])
    return own?.value === undefined || other?.value === undefined
      ? undefined
      : `deleted.${quoteName(other.name)} = ${quoteName(table.name)}.${quoteName(own.name)}`
  })
  if (pairs.includes(undefined)) return undefined
  return `exists (select from (${query}) as deleted where ${pairs.join(' and ')})`
}
