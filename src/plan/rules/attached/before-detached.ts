import type { Catalog, CatalogObject, Dependency, ObjectId } from '../../../model/catalog.ts'
import { childrenOf } from '../../../model/catalog.ts'
import { factsOf } from '../../../model/kind.ts'
import { parentTablesOf, tablesOf } from '../../../model/parent-tables.ts'
import { attachedTo, isOfKind } from '../../../model/object-id.ts'
import type { Context } from '../../rule.ts'
import { changesBoundAlone, hasIndex, isToBeAttached, moves } from './partitions.ts'

/**
 * Adds to the first state that a partition which leaves its table needs what its parts are attached to, and the columns
 * that it inherits: it leaves before these go, so that it keeps its own. Where only its bound changes,
 * its indexes go with those of its table before: they would be taken for others when it is attached again.
 */
export function withDetachments(context: Context): Context {
  const { from } = context
  const moving = tablesOf(from).filter(({ id }) => moves(id, context))
  const leaving = moving.flatMap((table) =>
    [
      ...childrenOf(from, table.id)
        .filter((part) => !goesAlong(part, table, context))
        .map(attachedTo),
      ...columnsAbove(table, context),
      ...indexesAbove(table, context),
    ]
      .filter((needed) => needed !== null)
      .map((needed) => ({ dependent: table.id, needed })),
  )
  const goneFirst = moving.flatMap((table) =>
    childrenOf(from, table.id)
      .filter((part) => goesAlong(part, table, context))
      .map(attachedTo)
      .filter((dependent) => dependent !== null)
      .map((dependent) => ({ dependent, needed: table.id })),
  )
  const needs = [...leaving, ...goneFirst, ...goneColumnsAbove(context)]
  if (needs.length === 0) return attachedLast(context)
  const more: Catalog = { ...from, dependencies: [...from.dependencies, ...needs] }
  return attachedLast({ ...context, from: more })
}

/** Whether an index or a key of a partition goes with that of its table, which the partition is attached to again. */
function goesAlong(part: CatalogObject, { id }: CatalogObject, context: Context): boolean {
  return hasIndex(part) && changesBoundAlone(id, context)
}

/** A table is attached when the columns that it lacks are gone from its new parent. */
function goneColumnsAbove(context: Context): Dependency[] {
  const { to } = context
  return tablesOf(to)
    .filter(({ id }) => isToBeAttached(id, context))
    .flatMap((table) =>
      columnsAbove(table, context)
        .filter((column) => !to.objects.has(column))
        .map((dependent) => ({ dependent, needed: table.id })),
    )
}

/** The columns of its parents. */
function columnsAbove(table: CatalogObject, { from }: Context): ObjectId[] {
  return parentTablesOf(table).flatMap((parent) =>
    childrenOf(from, parent).flatMap(({ id, kind }) => (kind === 'column' ? [id] : [])),
  )
}

/** The indexes of its parents, of which a foreign table has none: they lock it as they go. */
function indexesAbove(table: CatalogObject, { from }: Context): ObjectId[] {
  return factsOf(table.kind).hasRows === true
    ? []
    : parentTablesOf(table).flatMap((parent) =>
        childrenOf(from, parent).flatMap(({ id, kind }) => (kind === 'index' ? [id] : [])),
      )
}

/** A table has its columns before it is attached. */
function attachedLast(context: Context): Context {
  const { to } = context
  const isAttached = (id: ObjectId): boolean => isToBeAttached(id, context)
  if (!tablesOf(to).some(({ id }) => isAttached(id))) return context
  const dependencies = to.dependencies.map(({ dependent, needed }) =>
    isOfKind(dependent, 'column') &&
    to.objects.get(dependent)?.parent === needed &&
    isAttached(needed)
      ? { dependent: needed, needed: dependent }
      : { dependent, needed },
  )
  return { ...context, to: { ...to, dependencies } }
}
