import { joinFound } from '../found.ts'
import { askValues } from '../removal.ts'
import { changeTables, findTree } from '../world/world.ts'
import type { ClauseRule } from './clause.ts'

/** `drop column`: its values go, in partitions and heirs too. */
export const askDropColumn: ClauseRule = ({ name = '' }, { world, table, tree }) => {
  const column = table.columns.find((each) => each.name === name)
  if (column === undefined) return {}
  const asked = askValues(world, { table, column }, tree)
  const tables = tree ? findTree(world, table) : [table]
  const after = changeTables(world, new Set(tables.map(({ id }) => id)), (each) => ({
    ...each,
    columns: each.columns.filter((other) => other.name !== name),
  }))
  return joinFound([asked, { world: after }])
}
