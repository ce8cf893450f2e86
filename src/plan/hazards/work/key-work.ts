import type { Catalog, CatalogObject } from '../../../model/catalog.ts'
import { childrenOf } from '../../../model/catalog.ts'
import { dependentsOf, neededBy } from '../../../model/needs.ts'
import { flagOf, textIn } from '../../../model/attribute.ts'
import { attachedTo, idAt, idOf, nameOf } from '../../../model/object-id.ts'
import { partsThatComeWith } from '../../rules/attached/coming.ts'
import { isNamedKey } from '../../rules/attached/named-keys.ts'
import { hasIndex } from '../../rules/attached/partitions.ts'
import { parentNameOf } from '../../rules/facets/name.ts'
import { isKeyInTheWay } from '../../rules/keys-in-the-way.ts'
import { typeNeedsRewrite } from './column-work.ts'
import type { ObjectStep } from '../object-step.ts'
import { heirsOf, tableNameOf } from '../known-relations.ts'
import { getsToo, isTakenOver } from './part-work.ts'
import type { Lock, Work } from './work-row.ts'

/**
 * The lock of a new constraint: a foreign key lets others read meanwhile (manual, ALTER TABLE), and so does, before 18,
 * the index that a partition gets for a key of its table.
 */
export function constraintLock({ after, to }: ObjectStep, { id }: CatalogObject): Lock {
  if (after === undefined) return 'access exclusive'
  if (isForeignKey(after)) return 'share row exclusive'
  const isOfPartition = hasIndex(after) && after.parent !== id
  return isOfPartition && to.serverVersion < 180_000 ? 'share' : 'access exclusive'
}

/** Whether a constraint, or the bound of a partition, is checked against the rows that are there. */
export function checksRows(step: ObjectStep, relation: CatalogObject): boolean {
  const { after } = step
  if (after === undefined) return false
  if (after.kind !== 'constraint') return true
  if (after.parent !== relation.id && !getsToo(after, relation, step)) return false
  return (flagOf(after, 'validated') || hasIndex(after)) && !isTakenOver(after, relation, step)
}

/**
 * Foreign keys of a column whose type changes are built again: both tables are locked, and the one that refers is
 * checked where values are stored otherwise. Not those that are gone by then.
 */
export function keysOfColumn(step: ObjectStep): Work[] {
  const { before, from } = step
  if (before === undefined) return []
  const scan = typeNeedsRewrite(step)
  return dependentsOf(from, before.id)
    .flatMap((id) => from.objects.get(id) ?? [])
    .filter((object) => object.kind === 'constraint' && isForeignKey(object))
    .filter((key) => !isKeyInTheWay(key, before.id, step))
    .flatMap((key): Work[] => [
      { relation: parentNameOf(key), lock: 'access exclusive', scan },
      ...referenced(key, step).map((relation): Work => ({ relation, lock: 'access exclusive' })),
    ])
    .filter(({ relation }) => relation !== parentNameOf(before))
}

/** The tables at the other end of a foreign key, or of all keys of a table that is dropped (manual, ALTER TABLE). */
export function referencedTables(step: ObjectStep): Work[] {
  return keysIn(step).flatMap((key) => {
    const lock = step.verb === 'drop' || takesOver(key, step) ? 'access exclusive' : weaker
    return referenced(key, step)
      .flatMap((relation) => [relation, ...partitionsOfName(relation, step)])
      .map((relation) => ({ relation, lock }))
  })
}

/** A foreign key to a partitioned table has triggers on its partitions. */
function partitionsOfName(relation: string, step: ObjectStep): string[] {
  const id = idOf('table', relation)
  const table = step.from.objects.get(id) ?? step.to.objects.get(id)
  return table === undefined || (table.attributes['partitionKey'] ?? null) === null
    ? []
    : heirsOf(table, step).map((each) => nameOf(each.id))
}

const weaker: Lock = 'share row exclusive'

/** Triggers of a foreign key that a partition has already go from the table at its other end (manual, ALTER TABLE). */
function takesOver(key: CatalogObject, step: ObjectStep): boolean {
  const table = step.to.objects.get(key.parent ?? '')
  return table !== undefined && heirsOf(table, step).some((each) => isTakenOver(key, each, step))
}

/** The tables that foreign keys of a partitioned table refer to, as a partition comes to it and gets them too. */
export function referencedByNew(step: ObjectStep): Work[] {
  const { after, from } = step
  if (after === undefined) return []
  return keysOfParent(after, from).flatMap((key) => {
    const lock = isTakenOver(key, after, step) ? 'access exclusive' : weaker
    return referenced(key, step).map((relation) => ({ relation, lock }))
  })
}

/** The tables that they refer to, as a partition leaves with its part of them. */
export function referencedByFormer(step: ObjectStep): Work[] {
  const keys = step.before === undefined ? [] : keysOfParent(step.before, step.from)
  return keys.flatMap((key) =>
    referenced(key, step).map((relation) => ({ relation, lock: weaker })),
  )
}

function keysOfParent(partition: CatalogObject, from: Catalog): CatalogObject[] {
  const parent = idAt(partition, 'partitionOf')
  return parent === null
    ? []
    : childrenOf(from, parent).filter((key) => key.kind === 'constraint' && isForeignKey(key))
}

/** The keys of a new table have separate statements, but those of partitions that have other names. */
function keysIn(step: ObjectStep): readonly CatalogObject[] {
  const { verb, before, after, from } = step
  const object = verb === 'drop' ? before : (after ?? before)
  if (object === undefined) return []
  if (object.kind === 'constraint') return [object]
  if (verb === 'create')
    return partsThatComeWith(object, step).filter((part) => isNamedKey(part, step))
  // The triggers at the other end are of the foreign key of the partitioned table.
  return verb === 'drop'
    ? childrenOf(from, object.id).filter(
        (part) => part.kind === 'constraint' && attachedTo(part) === null,
      )
    : []
}

function isForeignKey(constraint: CatalogObject): boolean {
  return textIn(constraint, 'type') === 'foreign'
}

/** The table that a foreign key refers to, as the dependencies have it. */
function referenced(key: CatalogObject, { from, to }: ObjectStep): string[] {
  if (!isForeignKey(key)) return []
  const catalog = from.objects.get(key.id) === key ? from : to
  const own = parentNameOf(key)
  const above = attachedTo(key)
  const tables = neededBy(catalog, key.id)
    .filter((id) => id !== above)
    .flatMap((id) => tableNameOf(catalog.objects.get(id)) ?? [])
  return [...new Set(tables)].filter((name) => name !== own)
}
