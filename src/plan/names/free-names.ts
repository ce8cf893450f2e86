import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'
import { childrenOf } from '../../model/catalog.ts'
import { factsOf } from '../../model/kind.ts'
import { childId, nameOf } from '../../model/object-id.ts'
import { schemaNameOf, splitName } from '../../model/qualified-name.ts'
import { textOf } from '../../model/attribute.ts'
import { nameInSchema, ownNameOf } from '../rules/facets/name.ts'
import { hasIndex } from '../rules/attached/partitions.ts'
import type { NewNames } from './renamed-catalog.ts'

/** Whether a part may have its new name as soon as all parts that get another name have left theirs. */
export type IsFree = (old: CatalogObject, to: CatalogObject) => boolean

/** Finds which names nothing has that stays. */
export function findFreeNames(catalog: Catalog, names: NewNames): IsFree {
  const taken = new Set(
    Array.from(catalog.objects.values()).flatMap((object) =>
      names.has(object.id) ? [] : relationName(object),
    ),
  )
  return (old, to) => {
    if (hasIndex(to) && taken.has(nameInSchema(to))) return false
    return to.kind === 'index' || !isTakenIn(catalog, { old, to }, names)
  }
}

/** The name that tables, views, sequences and indexes share in a schema. */
function relationName(object: CatalogObject): string[] {
  const { kind, id, parent } = object
  if (factsOf(kind).isRelation === true || kind === 'composite')
    return parent === null ? [nameOf(id)] : [lastInSchema(id)]
  return parent !== null && hasIndex(object) ? [nameInSchema(object)] : []
}

function lastInSchema(id: ObjectId): string {
  return `${schemaNameOf(nameOf(id))}.${splitName(nameOf(id)).at(-1) ?? ''}`
}

/** Constraints of a table or domain, NOT NULL among them, have different names. */
function isTakenIn(
  catalog: Catalog,
  { old, to }: { readonly old: CatalogObject; readonly to: CatalogObject },
  names: NewNames,
): boolean {
  const { parent } = old
  if (parent === null) return true
  const own = ownNameOf(to)
  const other = catalog.objects.get(childId(to.kind, parent, own))
  if (other !== undefined && !names.has(other.id)) return true
  return childrenOf(catalog, parent).some(
    (part) => textOf(part, 'notNullName') === own || own === `${ownNameOf(part)}_not_null`,
  )
}
