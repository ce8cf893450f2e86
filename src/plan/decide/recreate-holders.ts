import type { ObjectId } from '../../model/catalog.ts'
import { attachedTo } from '../../model/object-id.ts'
import type { Context } from '../rule.ts'
import {
  changesBoundAlone,
  hasIndex,
  moves,
  newPartitions,
  partAttachedTo,
} from '../rules/attached/partitions.ts'
import { droppedObject, isDropped } from './object-change.ts'
import type { ObjectChanges, Replacement } from './object-change.ts'

/**
 * The changes by which indexes and keys of partitioned tables are recreated: one that loses that of a partition, which
 * goes with it alone, and one that a new partition is to have nothing of.
 */
export function recreateHolders(objectChanges: ObjectChanges, context: Context): Replacement[] {
  const lost = [...objectChanges.values()].flatMap((objectChange) => {
    const part = droppedObject(objectChange)
    const table = part?.parent ?? null
    const stays = table !== null && context.to.objects.has(table) && !moves(table, context)
    return part !== undefined && stays && hasIndex(part) ? [part] : []
  })
  return [
    ...lost.flatMap((part) => replacePart(attachedTo(part), part.id, context)),
    ...newPartitions(context).flatMap(({ partition, holder }) =>
      partAttachedTo(partition, holder.id, context.to) === undefined
        ? replacePart(holder.id, holder.id, context)
        : [],
    ),
    ...heldByGone(objectChanges, context),
  ]
}

/** Where only the bound changes, one of a partition went with its holder, and is that of another one then, or its own. */
function heldByGone(objectChanges: ObjectChanges, context: Context): Replacement[] {
  return [...objectChanges.values()].flatMap((objectChange) => {
    if (objectChange.kind !== 'alter') return []
    const { from, to } = objectChange.change
    const holder = attachedTo(from)
    const isGone = holder !== null && isDropped(objectChanges.get(holder))
    return isGone && holder !== attachedTo(to) && changesBoundAlone(to.parent, context)
      ? replacePart(to.id, holder, context)
      : []
  })
}

function replacePart(id: ObjectId | null, part: ObjectId, { from, to }: Context): Replacement[] {
  const [before, after] = [from.objects.get(id ?? ''), to.objects.get(id ?? '')]
  if (before === undefined || after === undefined) return []
  return [{ kind: 'replace', from: before, to: after, reason: { kind: 'part', part } }]
}
