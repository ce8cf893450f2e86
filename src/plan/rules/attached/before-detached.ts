import type { Catalog, ObjectId } from '../../../model/catalog.ts'
import { childrenOf, objectsOfKind } from '../../../model/catalog.ts'
import { attachedTo, isOfKind } from '../../../model/object-id.ts'
import type { Context } from '../../rule.ts'
import { isToBeAttached, moves } from './partitions.ts'

/**
 * Adds to the first state that a partition which leaves its table needs what its parts are attached to: it leaves
 * before that goes, so that it keeps them.
 */
export function withDetachments(context: Context): Context {
  const { from } = context
  const needs = objectsOfKind(from, 'table')
    .filter(({ id }) => moves(id, context))
    .flatMap(({ id }) =>
      childrenOf(from, id).flatMap((part) => {
        const needed = attachedTo(part)
        return needed === null ? [] : [{ dependent: id, needed }]
      }),
    )
  if (needs.length === 0) return attachedLast(context)
  const more: Catalog = { ...from, dependencies: [...from.dependencies, ...needs] }
  return attachedLast({ ...context, from: more })
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
