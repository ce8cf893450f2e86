import type { Catalog, CatalogObject, Dependency, ObjectId } from '../../model/catalog.ts'
import { textIn, textOf } from '../../model/attribute.ts'
import { attachedTo, childId } from '../../model/object-id.ts'
import { ownNameOf } from '../rules/facets/name.ts'

/** The ids that keys, checks and indexes get, by those that they have. */
export type NewNames = ReadonlyMap<ObjectId, ObjectId>

/** A state as it is when keys, checks and indexes of it have other names, in everything that names them. */
export function renameInCatalog(catalog: Catalog, names: NewNames): Catalog {
  const objects = [...catalog.objects.values()].map((object) => renameIn(object, names))
  return {
    ...catalog,
    objects: new Map(objects.map((object) => [object.id, object])),
    dependencies: catalog.dependencies
      .map(({ dependent, needed }) => ({
        dependent: names.get(dependent) ?? dependent,
        needed: names.get(needed) ?? needed,
      }))
      .toSorted(inOrder),
  }
}

function inOrder(a: Dependency, b: Dependency): number {
  const [left, right] = [a, b].map(({ dependent, needed }) => `${dependent}\n${needed}`)
  return (left ?? '') < (right ?? '') ? -1 : 1
}

function renameIn(object: CatalogObject, names: NewNames): CatalogObject {
  const followed = attachedTo(object)
  const renamed = { ...object, id: names.get(object.id) ?? object.id }
  const attributes = {
    ...object.attributes,
    ...(followed !== null && { attachedTo: names.get(followed) ?? followed }),
    ...(object.kind === 'table' && identity(object, names)),
    ...(renamed.id !== object.id && ownWords(object, ownNameOf(renamed))),
  }
  return { ...renamed, attributes }
}

/** An index says its name in its definition, and a key what its index is called. */
function ownWords(part: CatalogObject, name: string): CatalogObject['attributes'] {
  const { index = null } = part.attributes
  const old = ownNameOf(part)
  return part.kind === 'index'
    ? { definition: textIn(part, 'definition').replace(` ${old} ON `, () => ` ${name} ON `) }
    : { index: index === old ? name : index }
}

/** The index by which rows are identified, by its name. */
function identity(table: CatalogObject, names: NewNames): CatalogObject['attributes'] {
  const [, index] = /^using index (.*)$/.exec(textOf(table, 'replicaIdentity') ?? '') ?? []
  const to = ['index', 'constraint']
    .map((kind) => names.get(childId(kind, table.id, index ?? '')))
    .find((id) => id !== undefined)
  return index === undefined || to === undefined
    ? {}
    : { replicaIdentity: `using index ${ownNameOf({ ...table, id: to, parent: table.id })}` }
}
