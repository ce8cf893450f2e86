import type { DeleteStmt } from 'libpg-query'
import { askRows } from '../ask-rows.ts'
import { joinFound } from '../found.ts'
import type { Found, Rule, Sight } from '../found.ts'
import { keepRows } from '../world/rows-of-table.ts'
import type { Table } from '../world/table.ts'
import { changeTables, findTree } from '../world/world.ts'
import { afterTriggers, referringTables, unknownRows, writeReason } from './after-write.ts'
import { askCascaded } from './cascaded-rows.ts'
import { conditionOf, placeOf, selectRows } from './selected-rows.ts'
import type { RowWrite } from './selected-rows.ts'

/** `delete from …`: the rows that its condition selects, and those that go with them. */
export const askDelete: Rule<DeleteStmt> = (statement, sight) => {
  const { relation } = statement
  const place = relation && placeOf(relation, sight.world)
  if (place === undefined) return {}
  const { table, tree } = place
  const write: RowWrite = {
    ...place,
    where: statement.whereClause,
    others: statement.usingClause ?? [],
    word: 'using',
    hasWith: statement.withClause !== undefined,
  }
  return askDeleted(sight, write, tree ? findTree(sight.world, table) : [table])
}

function askDeleted(sight: Sight, write: RowWrite, tables: readonly Table[]): Found {
  const { world } = sight
  const { table, tree, where, others } = write
  const selected = selectRows(sight, write)
  if ('reason' in selected) {
    const after = unknownRows(world, tables, writeReason(sight))
    const reasons = [`delete from ${table.name}: ${selected.reason}`]
    return joinFound([{ reasons }, afterTriggers(after, tables, sight)])
  }
  const { rows } = selected
  const chosen = where !== undefined || others.length > 0
  const found = askRows(world, table, {
    outcome: 'loses rows',
    detail: 'rows',
    tree,
    chosen,
    from: rows,
  })
  const cascaded = askCascaded(world, { tables, query: `select * from ${rows}` })
  return joinFound([found, cascaded, leaveRows(sight, write, tables)])
}

/** What stays: known where nothing but a condition on the rows themselves says so. */
function leaveRows(sight: Sight, { others, alias }: RowWrite, tables: readonly Table[]): Found {
  const { world, scanned } = sight
  const reason = writeReason(sight)
  const ids = new Set(tables.map(({ id }) => id))
  const around = unknownRows(world, referringTables(world, ids, 'onDelete'), reason)
  const where = conditionOf(scanned)
  const condition = where === undefined ? 'false' : `(${where}) is not true`
  const after =
    others.length === 0
      ? changeTables(around, ids, (table) => keepRows(table, condition, alias))
      : unknownRows(around, tables, reason)
  return afterTriggers(after, tables, sight)
}
