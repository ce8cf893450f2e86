import type { InsertStmt, RangeVar } from 'libpg-query'
import type { Found, Rule, Sight } from '../found.ts'
import { joinFound } from '../found.ts'
import { changeTables, findTable, findTree } from '../world/world.ts'
import { afterTriggers, unknownRows, writeReason } from './after-write.ts'

/** `insert into …`: loses nothing, unless it updates the rows that it meets. */
export const askInsert: Rule<InsertStmt> = ({ relation, onConflictClause }, sight) => {
  const updates = onConflictClause?.action === 'ONCONFLICT_UPDATE'
  const found = afterInsert(relation, sight)
  const table = relation && findTable(sight.world, relation)
  if (!updates || table?.origin === undefined) return found
  const world = unknownRows(
    found.world ?? sight.world,
    findTree(sight.world, table),
    writeReason(sight),
  )
  return joinFound([
    found,
    { reasons: [`insert into ${table.name}: rows that it meets are updated (on conflict)`], world },
  ])
}

/** The world with rows more in a table. */
export function afterInsert(relation: RangeVar | undefined, sight: Sight): Found {
  const { world } = sight
  const table = relation && findTable(world, relation)
  if (table === undefined) return {}
  const tables = findTree(world, table)
  const isKnown = tables.every(({ filled }) => filled)
  const ids = new Set(tables.map(({ id }) => id))
  const after = isKnown ? world : changeTables(world, ids, (each) => ({ ...each, filled: true }))
  const isQuiet = isKnown && world.tables.every(({ unknown }) => unknown !== undefined)
  return isQuiet ? { world: after } : afterTriggers(after, tables, sight)
}
