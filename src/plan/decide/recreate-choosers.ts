import type { Catalog, ObjectId } from '../../model/catalog.ts'
import { dependentsOf, neededBy } from '../../model/needs.ts'
import type { Context } from '../rule.ts'
import { hasIndex } from '../rules/attached/partitions.ts'
import { createdObject } from './object-change.ts'
import type { ObjectChanges, Replacement } from './object-change.ts'

/** The changes by which foreign keys come to use a key that is created, in place of one that may stay. */
export function recreateChoosers(objectChanges: ObjectChanges, context: Context): Replacement[] {
  return [...objectChanges.values()].flatMap((objectChange) => {
    const key = createdObject(objectChange)
    return key === undefined || !hasIndex(key) ? [] : choosersOf(key.id, context)
  })
}

function choosersOf(needed: ObjectId, { from, to }: Context): Replacement[] {
  return dependentsOf(to, needed).flatMap((id) => {
    const [before, after] = [from.objects.get(id), to.objects.get(id)]
    if (before === undefined || after?.attributes['type'] !== 'foreign') return []
    const used = usedKey(id, from)
    return used === undefined || used === needed
      ? []
      : [{ kind: 'replace', from: before, to: after, reason: { kind: 'needs', needed } }]
  })
}

function usedKey(id: ObjectId, catalog: Catalog): ObjectId | undefined {
  return neededBy(catalog, id).find((needed) => {
    const key = catalog.objects.get(needed)
    return key !== undefined && hasIndex(key)
  })
}
