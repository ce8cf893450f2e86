import type { TruncateStmt } from 'libpg-query'
import { askRows } from '../ask-rows.ts'
import { joinFound } from '../found.ts'
import type { Rule } from '../found.ts'
import { keepRows } from '../world/rows-of-table.ts'
import type { Table } from '../world/table.ts'
import { changeTables, findTable, findTree } from '../world/world.ts'
import type { World } from '../world/world.ts'

/** `truncate …`: all rows, those of partitions and heirs, and by CASCADE of tables that refer to them. */
export const askTruncate: Rule<TruncateStmt> = ({ relations = [], behavior }, { world }) => {
  const named = relations.flatMap((node) => {
    const range = 'RangeVar' in node ? node.RangeVar : undefined
    const table = range && findTable(world, range)
    return table === undefined ? [] : [{ table, tree: range?.inh === true }]
  })
  const tables = named.flatMap(({ table, tree }) => (tree ? findTree(world, table) : [table]))
  const all = behavior === 'DROP_CASCADE' ? withReferring(world, tables) : [...new Set(tables)]
  return {
    ...joinFound(
      all.map((table) =>
        askRows(world, table, { outcome: 'loses rows', detail: 'rows', tree: false }),
      ),
    ),
    world: changeTables(world, new Set(all.map(({ id }) => id)), (table) =>
      keepRows(table, 'false'),
    ),
  }
}

function withReferring(world: World, tables: readonly Table[]): Table[] {
  const found = [...new Set(tables)]
  for (const { id } of found) {
    const referring = world.facts.constraints
      .filter(({ kind, other }) => kind === 'foreign key' && other === id)
      .flatMap(({ tableId }) => world.tables.filter((table) => table.id === tableId))
      .flatMap((table) => findTree(world, table))
    found.push(...new Set(referring.filter((table) => !found.includes(table))))
  }
  return found
}
