import type { ObjectId } from '../../model/catalog.ts'
import { attachedTo } from '../../model/object-id.ts'
import type { Context } from '../rule.ts'
import { hasIndex, moves, newPartitions, partAttachedTo } from '../rules/attached/partitions.ts'
import { droppedObject } from './object-change.ts'
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
    ...lost.flatMap((part) => replaceHolder(attachedTo(part), part.id, context)),
    ...newPartitions(context).flatMap(({ partition, holder }) =>
      partAttachedTo(partition, holder.id, context.to) === undefined
        ? replaceHolder(holder.id, holder.id, context)
        : [],
    ),
  ]
}

function replaceHolder(id: ObjectId | null, part: ObjectId, { from, to }: Context): Replacement[] {
  const [before, after] = [from.objects.get(id ?? ''), to.objects.get(id ?? '')]
  if (before === undefined || after === undefined) return []
  return [{ kind: 'replace', from: before, to: after, reason: { kind: 'part', part } }]
}
