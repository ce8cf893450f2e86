import type { ObjectId } from '../../model/catalog.ts'
import { attachedTo } from '../../model/object-id.ts'
import { tablesOf } from '../../model/parent-tables.ts'
import type { Context } from '../rule.ts'
import { hasIndex, isOfPartitioned, moves } from '../rules/attached/partitions.ts'
import type { ObjectChanges } from './object-change.ts'

/**
 * The indexes and keys of partitioned tables and partitions that are recreated, where a partition moves. Undefined when
 * nothing moves, or the context has them all.
 */
export function recreatedParts(
  objectChanges: ObjectChanges,
  context: Context,
): ReadonlySet<ObjectId> | undefined {
  const known = context.recreatedParts ?? new Set()
  const found = [...objectChanges.values()].flatMap((change) =>
    change.kind === 'replace' &&
    hasIndex(change.to) &&
    (attachedTo(change.to) !== null || isOfPartitioned(change.to, context.to))
      ? [change.to.id]
      : [],
  )
  if (found.every((id) => known.has(id)) || !somethingMoves(context)) return undefined
  return new Set([...known, ...found])
}

function somethingMoves(context: Context): boolean {
  return tablesOf(context.to).some(({ id }) => moves(id, context))
}
