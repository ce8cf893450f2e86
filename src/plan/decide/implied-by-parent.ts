import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'
import { isCreated, isDropped } from './object-change.ts'
import type { ObjectChanges, Rules } from './object-change.ts'
import type { Context } from '../rule.ts'

/** The objects that are dropped and created with a parent, and have no separate step. */
export interface ImpliedByParent {
  readonly context: Context
  readonly goesAlong: (id: ObjectId) => boolean
  readonly comesAlong: (id: ObjectId) => boolean
  /** Whose step takes an object away: its own, or that of a parent that it goes along with. */
  readonly whoDrops: (id: ObjectId) => ObjectId
  readonly whoMakes: (id: ObjectId) => ObjectId
}

/** Finds it. The children in `apart` go before their parents. */
export function findImpliedByParent(
  objectChanges: ObjectChanges,
  { context, rules, apart }: Surroundings,
): ImpliedByParent {
  const { from, to } = context
  const goesAlong = (id: ObjectId): boolean => {
    const [child, parent] = pairOf(id, from)
    const goes = parent !== undefined && isDropped(objectChanges.get(parent.id))
    return child !== undefined && goes && !apart.has(id)
  }
  const comesAlong = (id: ObjectId): boolean => {
    const [child, parent] = pairOf(id, to)
    if (child === undefined || parent === undefined || !isCreated(objectChanges.get(parent.id)))
      return false
    return rules[parent.kind]?.makes?.(child) === true
  }
  return {
    context,
    goesAlong,
    comesAlong,
    whoDrops: (id) => climb(id, from, goesAlong),
    whoMakes: (id) => climb(id, to, comesAlong),
  }
}

interface Surroundings {
  readonly context: Context
  readonly rules: Rules
  readonly apart: ReadonlySet<ObjectId>
}

/** Whether an object that goes along with its parent may go before it. */
export function mayGoFirst(
  id: ObjectId,
  objectChanges: ObjectChanges,
  { context, rules, apart }: Surroundings,
): boolean {
  const [child, parent] = pairOf(id, context.from)
  if (child === undefined || parent === undefined || apart.has(id)) return false
  return isDropped(objectChanges.get(parent.id)) && rules[parent.kind]?.dropsApart?.(child) === true
}

/** An object and its parent. */
function pairOf(id: ObjectId, { objects }: Catalog): (CatalogObject | undefined)[] {
  const child = objects.get(id)
  return [child, objects.get(child?.parent ?? '')]
}

function climb(id: ObjectId, catalog: Catalog, along: (id: ObjectId) => boolean): ObjectId {
  const parent = catalog.objects.get(id)?.parent ?? null
  return parent !== null && along(id) ? climb(parent, catalog, along) : id
}
