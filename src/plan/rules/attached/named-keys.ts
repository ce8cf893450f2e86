import { textIn } from '../../../model/attribute.ts'
import type { CatalogObject } from '../../../model/catalog.ts'
import { attachedTo } from '../../../model/object-id.ts'
import { ownNameOf } from '../facets/name.ts'
import type { Context } from '../../rule.ts'
import type { Statement } from '../../statement.ts'
import { createPart } from '../part-statement.ts'
import { partAttachedTo, partitionsOf } from './partitions.ts'

/**
 * The foreign keys of partitions that have another name than the one of their partitioned table: PostgreSQL gives theirs
 * the same name, but takes over one that is there (manual, CREATE TABLE … PARTITION OF).
 */
export function createNamedKeys(key: CatalogObject, context: Context): Statement[] {
  if (key.attributes['type'] !== 'foreign') return []
  return partitionsOf(context.to, key.parent).flatMap((partition) => {
    const own = partAttachedTo(partition, key.id, context.to)
    if (own === undefined || context.from.objects.has(own.id)) return []
    return [
      ...createNamedKeys(own, context),
      ...(isNamedKey(own, context) ? [createPart(own, textIn(own, 'definition'))] : []),
    ]
  })
}

/** Whether a foreign key of a partition has another name than the one that it follows. */
export function isNamedKey(own: CatalogObject, { to }: Pick<Context, 'to'>): boolean {
  const above = to.objects.get(attachedTo(own) ?? '')
  return (
    above !== undefined &&
    own.attributes['type'] === 'foreign' &&
    ownNameOf(own) !== ownNameOf(above)
  )
}
