import type { RangeVar } from 'libpg-query'
import type { Table } from './table.ts'
import type { World } from './world.ts'

/** The columns of a table that a statement creates, and the tables that it inherits from. */
export interface NewTable {
  readonly columns: readonly string[]
  readonly parents: readonly number[]
}

/** The world with a table more. */
export function addTable(world: World, range: RangeVar, { columns, parents }: NewTable): World {
  const isTemporary = range.relpersistence === 't'
  const schema = isTemporary ? 'pg_temp' : (range.schemaname ?? world.path[1] ?? '')
  const table: Table = {
    id: world.next,
    schema,
    name: range.relname ?? '',
    kind: 'table',
    origin: undefined,
    columns: columns.map((name) => ({
      name,
      origin: undefined,
      value: undefined,
      type: 'unknown',
      typeId: undefined,
      generated: false,
    })),
    parents,
    estimate: undefined,
    triggers: false,
    key: [],
    from: '',
    same: false,
    unknown: undefined,
    filled: false,
  }
  const tables = isTemporary ? [table, ...world.tables] : [...world.tables, table]
  return { ...world, tables, next: world.next - 1 }
}
