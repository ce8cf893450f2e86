import type { CatalogObject } from '../../../model/catalog.ts'
import { childrenOf } from '../../../model/catalog.ts'
import { dependentsOf, neededBy } from '../../../model/needs.ts'
import { flagOf, textIn, textOf } from '../../../model/attribute.ts'
import { parentNameOf } from '../../rules/facets/name.ts'
import { typeNeedsRewrite } from './column-work.ts'
import type { ObjectStep } from '../object-step.ts'
import { tableNameOf } from '../known-relations.ts'
import type { Lock, Work } from './work-row.ts'

/** The lock of a new constraint on its own table: a foreign key lets others read meanwhile (manual, ALTER TABLE). */
export function constraintLock({ after }: ObjectStep): Lock {
  return after?.attributes['type'] === 'foreign' ? 'share row exclusive' : 'access exclusive'
}

/** Whether a constraint, or the bound of a partition, is checked against the rows that are there. */
export function checksRows({ after }: ObjectStep): boolean {
  if (after === undefined) return false
  return (
    after.kind !== 'constraint' || flagOf(after, 'validated') || textOf(after, 'index') !== null
  )
}

/**
 * Foreign keys of a column whose type changes are built again: both tables are locked, and the one that refers is
 * checked where values are stored otherwise.
 */
export function keysOfColumn(step: ObjectStep): Work[] {
  const { before, from } = step
  if (before === undefined) return []
  const scan = typeNeedsRewrite(step)
  return dependentsOf(from, before.id)
    .flatMap((id) => from.objects.get(id) ?? [])
    .filter((object) => object.kind === 'constraint' && isForeignKey(object))
    .flatMap((key): Work[] => [
      { relation: parentNameOf(key), lock: 'access exclusive', scan },
      ...referenced(key, step).map((relation): Work => ({ relation, lock: 'access exclusive' })),
    ])
    .filter(({ relation }) => relation !== parentNameOf(before))
}

/** The tables at the other end of a foreign key, or of all keys of a table that is dropped (manual, ALTER TABLE). */
export function referencedTables(step: ObjectStep): Work[] {
  const lock: Lock = step.verb === 'drop' ? 'access exclusive' : 'share row exclusive'
  return keysIn(step)
    .flatMap((key) => referenced(key, step))
    .map((relation) => ({ relation, lock }))
}

/** The keys of a new table have separate statements. */
function keysIn({ verb, before, after, from }: ObjectStep): readonly CatalogObject[] {
  const object = after ?? before
  if (object === undefined) return []
  if (object.kind === 'constraint') return [object]
  return verb === 'drop'
    ? childrenOf(from, object.id).filter(({ kind }) => kind === 'constraint')
    : []
}

function isForeignKey(constraint: CatalogObject): boolean {
  return textIn(constraint, 'type') === 'foreign'
}

/** The table that a foreign key refers to, as the dependencies have it. */
function referenced(key: CatalogObject, { verb, from, to }: ObjectStep): string[] {
  if (!isForeignKey(key)) return []
  const catalog = verb === 'create' ? to : from
  const own = parentNameOf(key)
  const tables = neededBy(catalog, key.id).flatMap(
    (id) => tableNameOf(catalog.objects.get(id)) ?? [],
  )
  return [...new Set(tables)].filter((name) => name !== own)
}
