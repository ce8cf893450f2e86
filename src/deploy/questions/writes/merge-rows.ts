import type { MergeStmt } from 'libpg-query'
import type { Rule } from '../found.ts'
import { joinFound } from '../found.ts'
import { findTable, findTree } from '../world/world.ts'
import { afterTriggers, unknownRows, writeReason } from './after-write.ts'
import { afterInsert } from './insert-rows.ts'

/** `merge into …`: which rows its branches meet is not told, but one that only inserts loses nothing. */
export const askMerge: Rule<MergeStmt> = ({ relation, mergeWhenClauses = [] }, sight) => {
  const { world } = sight
  const table = relation && findTable(world, relation)
  if (table?.origin === undefined) return {}
  const harms = mergeWhenClauses.some(
    (node) =>
      'MergeWhenClause' in node &&
      (node.MergeWhenClause.commandType === 'CMD_DELETE' ||
        node.MergeWhenClause.commandType === 'CMD_UPDATE'),
  )
  if (!harms) return afterInsert(relation, sight)
  const tables = findTree(world, table)
  return joinFound([
    { reasons: [`merge into ${table.name}: it updates or deletes the rows that it meets`] },
    afterTriggers(unknownRows(world, tables, writeReason(sight)), tables, sight),
  ])
}
