import type { Catalog, CatalogObject, ObjectId } from '../../../model/catalog.ts'
import { childrenOf, objectsOfKind } from '../../../model/catalog.ts'
import { parentTablesOf } from '../../../model/parent-tables.ts'
import { attachedTo, isOfKind } from '../../../model/object-id.ts'
import type { Context } from '../../rule.ts'
import { isToBeAttached, moves } from './partitions.ts'

/**
 * Adds to the first state that a partition which leaves its table needs what its parts are attached to, and the columns
 * that it inherits: it leaves before these go, so that it keeps its own.
 */
export function withDetachments(context: Context): Context {
  const { from } = context
  const needs = objectsOfKind(from, 'table')
    .filter(({ id }) => moves(id, context))
    .flatMap((table) =>
      [...childrenOf(from, table.id).map(attachedTo), ...columnsAbove(table, context)]
        .filter((needed) => needed !== null)
        .map((needed) => ({ dependent: table.id, needed })),
    )
  if (needs.length === 0) return attachedLast(context)
  const more: Catalog = { ...from, dependencies: [...from.dependencies, ...needs] }
  return attachedLast({ ...context, from: more })
}

/** The columns of its parents. */
function columnsAbove(table: CatalogObject, { from }: Context): ObjectId[] {
  return parentTablesOf(table).flatMap((parent) =>
    childrenOf(from, parent).flatMap(({ id, kind }) => (kind === 'column' ? [id] : [])),
  )
}

/** A table has its columns before it is attached. */
function attachedLast(context: Context): Context {
  const { to } = context
  const isAttached = (id: ObjectId): boolean => isToBeAttached(id, context)
  if (!objectsOfKind(to, 'table').some(({ id }) => isAttached(id))) return context
  const dependencies = to.dependencies.map(({ dependent, needed }) =>
    isOfKind(dependent, 'column') &&
    to.objects.get(dependent)?.parent === needed &&
    isAttached(needed)
      ? { dependent: needed, needed: dependent }
      : { dependent, needed },
  )
  return { ...context, to: { ...to, dependencies } }
}
