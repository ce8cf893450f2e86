import { flagOf, textIn, textOf } from '../../../model/attribute.ts'
import type { Catalog, CatalogObject, ObjectId } from '../../../model/catalog.ts'
import { childrenOf, objectsOfKind } from '../../../model/catalog.ts'
import { isSameValue } from '../../../model/compare-catalogs.ts'
import { attachedTo, idAt } from '../../../model/object-id.ts'
import type { Context } from '../../rule.ts'

/** The partitions of a table, in order. */
export function partitionsOf(catalog: Catalog, table: ObjectId | null): readonly CatalogObject[] {
  const known = groups.get(catalog) ?? groupByParent(catalog)
  groups.set(catalog, known)
  return known.get(table) ?? []
}

/** Grouped once a catalog, which never changes. */
const groups = new WeakMap<Catalog, ReadonlyMap<ObjectId | null, readonly CatalogObject[]>>()

function groupByParent(catalog: Catalog): ReadonlyMap<ObjectId | null, readonly CatalogObject[]> {
  const partitions = objectsOfKind(catalog, 'table').filter((each) => isPartition(each))
  return Map.groupBy(partitions, (table) => idAt(table, 'partitionOf'))
}

function isPartition(table: CatalogObject): boolean {
  return idAt(table, 'partitionOf') !== null
}

/** What a partition has of a part of its partitioned table. */
export function partAttachedTo(
  partition: CatalogObject,
  part: ObjectId,
  catalog: Catalog,
): CatalogObject | undefined {
  return childrenOf(catalog, partition.id).find((each) => attachedTo(each) === part)
}

/** Whether a part of a table is an index, or has one. */
export function hasIndex(part: CatalogObject): boolean {
  return part.kind === 'index' || textOf(part, 'index') !== null
}

/** Whether an index, or that of a constraint, lacks those of some partitions. */
export function isIncomplete(part: CatalogObject): boolean {
  return part.kind === 'index' ? part.attributes['valid'] === false : flagOf(part, 'incomplete')
}

/** Whether a part belongs to a partitioned table. */
export function isOfPartitioned({ parent }: CatalogObject, { objects }: Catalog): boolean {
  const table = objects.get(parent ?? '')
  return table !== undefined && (table.attributes['partitionKey'] ?? null) !== null
}

/** Whether a table that stays gets another parent, or another bound. */
export function moves(table: ObjectId | null, { from, to }: Context): boolean {
  const [before, after] = [from.objects.get(table ?? ''), to.objects.get(table ?? '')]
  return (
    before !== undefined &&
    after !== undefined &&
    ['partitionOf', 'bound', 'inherits'].some(
      (name) => !isSameValue(before.attributes[name], after.attributes[name]),
    )
  )
}

/** Whether a partition stays in its table and moves all the same: under another bound. */
export function changesBoundAlone(table: ObjectId | null, context: Context): boolean {
  const [before, after] = [context.from, context.to].map(
    ({ objects }) => objects.get(table ?? '')?.attributes['partitionOf'],
  )
  return before === after && moves(table, context)
}

/** Whether a table was there and is not created again, as one that is partitioned otherwise is, and its partitions. */
export function isKept(table: ObjectId | null, context: Context): boolean {
  const [before, after] = [context.from, context.to].map(({ objects }) => objects.get(table ?? ''))
  if (before === undefined) return false
  if (after === undefined) return true
  if (!isSameValue(before.attributes['partitionKey'], after.attributes['partitionKey']))
    return false
  const parent = idAt(before, 'partitionOf')
  return parent === null || parent !== idAt(after, 'partitionOf') || isKept(parent, context)
}

/** Whether a part is there before and after and is not recreated: no attribute of it but these makes a difference. */
export function staysDefined({ id, parent }: CatalogObject, context: Context): boolean {
  const [before, after] = [context.from.objects.get(id), context.to.objects.get(id)]
  return (
    isKept(parent, context) &&
    context.recreatedParts?.has(id) !== true &&
    before !== undefined &&
    after !== undefined &&
    withoutOptions(before) === withoutOptions(after) &&
    ['type', 'deferrable', 'tablespace'].every((name) =>
      isSameValue(before.attributes[name], after.attributes[name]),
    )
  )
}

/** How an index or a constraint is defined, but for storage parameters, which ALTER INDEX sets. */
export function withoutOptions(part: CatalogObject): string {
  const definition = textIn(part, 'definition')
  return part.kind === 'index' ? definition.replace(/ WITH \([^()]*\)/, '') : definition
}

/** What PostgreSQL compares to see whether a partition has such an index already: all but names and options. */
export function shapeOf(part: CatalogObject): string {
  const definition = textIn(part, 'definition')
  if (part.kind === 'constraint')
    return definition
      .replace(/^PRIMARY KEY|^UNIQUE/, 'UNIQUE  USING btree')
      .replace(/ DEFERRABLE.*$/, '')
  const unique = definition.startsWith('CREATE UNIQUE ') ? 'UNIQUE ' : ''
  const bare = withoutOptions(part)
  return unique + bare.slice(bare.indexOf(' USING '))
}

/** Whether a table that is there comes to be a partition of another table, which it has to be like before. */
export function isToBeAttached(table: ObjectId | null, { from, to }: Context): boolean {
  const [before, after] = [from.objects.get(table ?? ''), to.objects.get(table ?? '')]
  return (
    before !== undefined &&
    after !== undefined &&
    isPartition(after) &&
    idAt(before, 'partitionOf') !== idAt(after, 'partitionOf')
  )
}

/** A table that comes to be a partition, and an index of its partitioned table. */
interface NewPartition {
  readonly partition: CatalogObject
  readonly holder: CatalogObject
}

/** The tables that are attached as partitions to a table that was there, with each index of that. */
export function newPartitions(context: Context): NewPartition[] {
  return objectsOfKind(context.to, 'table').flatMap((partition) => {
    const parent = idAt(partition, 'partitionOf')
    const before = context.from.objects.get(partition.id)
    const stays = before !== undefined && idAt(before, 'partitionOf') === parent
    if (parent === null || (stays && !moves(partition.id, context))) return []
    return childrenOf(context.to, parent)
      .filter((holder) => hasIndex(holder))
      .filter(({ id }) => context.from.objects.has(id))
      .map((holder) => ({ partition, holder }))
  })
}
