import type { Catalog, ObjectId } from '../model/catalog.ts'
import { isComing, isGoing } from './deed.ts'
import type { Deeds, Rules } from './deed.ts'
import type { Context } from './rule.ts'

/** Who goes and comes along with a parent, and has no step of his own. */
export interface Family {
  readonly context: Context
  readonly goesAlong: (id: ObjectId) => boolean
  readonly comesAlong: (id: ObjectId) => boolean
  /** Whose step takes an object away: its own, or that of a parent that it goes along with. */
  readonly whoDrops: (id: ObjectId) => ObjectId
  readonly whoMakes: (id: ObjectId) => ObjectId
}

/** Finds it. With `apart`, children that may have to go first do. */
export function findFamily(
  deeds: Deeds,
  {
    context,
    rules,
    apart,
  }: { readonly context: Context; readonly rules: Rules; readonly apart: boolean },
): Family {
  const goesAlong = (id: ObjectId): boolean => {
    const object = context.from.objects.get(id)
    if (object?.parent === null || object === undefined || !isGoing(deeds.get(object.parent)))
      return false
    const parent = context.from.objects.get(object.parent)
    return !apart || rules[parent?.kind ?? '']?.dropsApart?.(object) !== true
  }
  const comesAlong = (id: ObjectId): boolean => {
    const object = context.to.objects.get(id)
    if (object?.parent === null || object === undefined || !isComing(deeds.get(object.parent)))
      return false
    const parent = context.to.objects.get(object.parent)
    return parent !== undefined && rules[parent.kind]?.makes?.(object) === true
  }
  return {
    context,
    goesAlong,
    comesAlong,
    whoDrops: (id) => climb(id, context.from, goesAlong),
    whoMakes: (id) => climb(id, context.to, comesAlong),
  }
}

function climb(id: ObjectId, catalog: Catalog, along: (id: ObjectId) => boolean): ObjectId {
  const parent = catalog.objects.get(id)?.parent ?? null
  return parent !== null && along(id) ? climb(parent, catalog, along) : id
}
