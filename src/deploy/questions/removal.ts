import { quoteName } from '../../sql/quote.ts'
import { askRows } from './ask-rows.ts'
import type { Found } from './found.ts'
import { joinFound } from './found.ts'
import type { Column, Table } from './world/table.ts'
import { changeTables, dropTables, findTree } from './world/world.ts'
import type { World } from './world/world.ts'

/** What a statement removes: tables with their rows, and columns of tables that stay. */
export interface Removal {
  readonly tables: readonly Table[]
  readonly columns: readonly ColumnOf[]
}

/** A column, and its table. */
export interface ColumnOf {
  readonly table: Table
  readonly column: Column
}

/** What something else takes along when it is dropped. */
export function findDependents(
  world: World,
  needed: readonly string[],
  cascades: boolean,
): Removal {
  const dependents = world.facts.dependents.filter(
    (each) => needed.includes(each.needed) && (cascades || !each.byCascade),
  )
  const tables = dependents.flatMap(({ tableId, column }) => {
    const table = column === 0 ? tableOf(world, tableId) : undefined
    return table === undefined ? [] : [table]
  })
  const columns = dependents.flatMap(({ tableId, column }) => {
    const table = column === 0 ? undefined : tableOf(world, tableId)
    const found = table && columnOf(world, table, column)
    return table === undefined || found === undefined ? [] : [{ table, column: found }]
  })
  return { tables, columns }
}

function tableOf({ tables }: World, id: number): Table | undefined {
  return tables.find((table) => table.id === id)
}

/** A column by its number, while it has the type with which it depends on others. */
function columnOf({ facts }: World, table: Table, number: number): Column | undefined {
  const fact = facts.tables.find(({ id }) => id === table.id)
  const name = fact?.columns.find((column) => column.number === number)?.name
  const column = table.columns.find(({ origin }) => origin === name)
  return column?.typeId === undefined ? undefined : column
}

/** Asks how many rows and values a removal loses, and removes it. */
export function askRemoval(world: World, { tables, columns }: Removal): Found {
  const trees = [...new Set(tables)].map((root) => ({ root, tree: findTree(world, root) }))
  const gone = new Set(trees.flatMap(({ tree }) => tree.map(({ id }) => id)))
  const roots = trees.filter(
    ({ root }) => !trees.some((other) => other.root !== root && other.tree.includes(root)),
  )
  const staying = columns.filter(({ table }) => !gone.has(table.id))
  const asked = joinFound([
    ...roots.map(({ root }) =>
      askRows(world, root, { outcome: 'loses rows', detail: 'rows', tree: true, keeps: 'rows' }),
    ),
    ...staying.map((each) => askValues(world, each, false)),
  ])
  return { ...asked, world: withoutColumns(dropTables(world, gone), staying) }
}

/** Asks how many values a column has. */
export function askValues(world: World, { table, column }: ColumnOf, tree: boolean): Found {
  if (column.origin === undefined || column.generated) return {}
  const detail = 'values'
  const keeps = 'values' as const
  const asked = { outcome: 'loses values', detail, column: column.name, tree, keeps } as const
  return column.value === undefined
    ? askRows(world, table, asked)
    : askRows(world, table, { ...asked, where: `${quoteName(column.name)} is not null` })
}

function withoutColumns(world: World, columns: readonly ColumnOf[]): World {
  const ids = new Set(columns.map(({ table }) => table.id))
  return changeTables(world, ids, (table) => ({
    ...table,
    columns: table.columns.filter(
      ({ name }) =>
        !columns.some((each) => each.table.id === table.id && each.column.name === name),
    ),
  }))
}
