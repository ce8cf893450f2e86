import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'
import { isCreated, isDropped } from './object-change.ts'
import type { ObjectChanges, Rules } from './object-change.ts'
import type { Context } from '../rule.ts'

/** The objects that are dropped and created with a parent, or dropped with another one, and have no separate step. */
export interface ImpliedByParent {
  readonly context: Context
  readonly goesAlong: (id: ObjectId) => boolean
  readonly comesAlong: (id: ObjectId) => boolean
  /** Whose step takes an object away: its own, or that of one that it goes along with. */
  readonly whoDrops: (id: ObjectId) => ObjectId
  readonly whoMakes: (id: ObjectId) => ObjectId
}

/** Finds it. The children in `apart` go before their parents. */
export function findImpliedByParent(
  objectChanges: ObjectChanges,
  { context, rules, apart }: Surroundings,
): ImpliedByParent {
  const { from, to } = context
  // Asked about every object of both catalogs: most plans drop nothing, or create nothing.
  const changes = [...objectChanges.values()]
  const [drops, creates] = [changes.some(isDropped), changes.some(isCreated)]
  const goesWith = (id: ObjectId): ObjectId | null => {
    if (!drops) return null
    const child = from.objects.get(id)
    if (child === undefined || apart.has(id)) return null
    const others = [child.parent, ...(rules[child.kind]?.goesWith?.(child) ?? [])]
    return others.find((each) => each !== null && isDropped(objectChanges.get(each))) ?? null
  }
  const comesAlong = (id: ObjectId): boolean => {
    if (!creates) return false
    const [child, parent] = pairOf(id, to)
    if (child === undefined || parent === undefined || !isCreated(objectChanges.get(parent.id)))
      return false
    return rules[parent.kind]?.makes?.(child) === true
  }
  return {
    context,
    goesAlong: (id) => goesWith(id) !== null,
    comesAlong,
    whoDrops: (id) => climb(id, goesWith),
    whoMakes: (id) => climb(id, (each) => (comesAlong(each) ? pairOf(each, to)[1]?.id : null)),
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

function climb(id: ObjectId, next: (id: ObjectId) => ObjectId | null | undefined): ObjectId {
  const above = next(id) ?? null
  return above === null ? id : climb(above, next)
}
