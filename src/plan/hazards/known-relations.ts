import type { CatalogObject, ObjectId } from '../../model/catalog.ts'
import { factsOf } from '../../model/kind.ts'
import { childTablesOf } from '../../model/parent-tables.ts'
import { kindOf, nameOf } from '../../model/object-id.ts'
import { moves } from '../rules/attached/partitions.ts'
import type { ObjectStep } from './object-step.ts'

/** The relation that a step locks: the object itself, or the one that it is a part of. */
export function relationOf(step: ObjectStep): CatalogObject | undefined {
  return climb(step.after ?? step.before, step)
}

function climb(
  object: CatalogObject | undefined,
  { from, to }: Pick<ObjectStep, 'from' | 'to'>,
): CatalogObject | undefined {
  if (object === undefined || factsOf(object.kind).isRelation === true) return object
  const { parent } = object
  if (parent === null) return undefined
  return climb(to.objects.get(parent) ?? from.objects.get(parent) ?? platformRelation(parent), {
    from,
    to,
  })
}

/** A table of the platform, which is in no catalog: a trigger of ours may be on it. */
function platformRelation(id: ObjectId): CatalogObject | undefined {
  const kind = kindOf(id)
  return kind !== undefined && factsOf(kind).isRelation === true
    ? { kind, id, schema: null, parent: null, attributes: {} }
    : undefined
}

/**
 * The partitions of a table and the tables that inherit from it, over any number of steps, in either state. Partitions
 * that move are of the table that they are of when the step is taken.
 * @param isLast Whether what is below a table is not asked for.
 */
export function heirsOf(
  { id }: CatalogObject,
  step: Pick<ObjectStep, 'from' | 'to' | 'moved'>,
  isLast: (heir: CatalogObject) => boolean = () => false,
): CatalogObject[] {
  const found = new Map<ObjectId, CatalogObject>()
  const look = [id]
  for (const parent of look) {
    for (const heir of heirsNow(parent, step)) {
      if (found.has(heir.id)) continue
      found.set(heir.id, heir)
      if (!isLast(heir)) look.push(heir.id)
    }
  }
  return [...found.values()]
}

function heirsNow(
  parent: ObjectId,
  { from, to, moved }: Pick<ObjectStep, 'from' | 'to' | 'moved'>,
): CatalogObject[] {
  const stay = ({ id }: CatalogObject): boolean => !moves(id, { from, to })
  return [
    ...childTablesOf(from, parent).filter((heir) => stay(heir) || !moved.left.has(heir.id)),
    ...childTablesOf(to, parent).filter((heir) => stay(heir) || moved.taken.has(heir.id)),
  ]
}

/** The table or materialized view that an object is, or else what it is a part of; undefined where it is neither. */
export function tableNameOf(object: CatalogObject | undefined): string | undefined {
  if (object === undefined) return undefined
  const id = factsOf(object.kind).hasRows === true ? object.id : object.parent
  return id === null ? undefined : nameOf(id)
}
