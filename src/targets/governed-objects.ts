import type { Catalog, CatalogObject, ObjectId } from '../model/catalog.ts'
import { unquoteName } from '../model/qualified-name.ts'

/** A database as it should be and as it is. */
export interface Both<T> {
  readonly expected: T
  readonly found: T
}

/**
 * The objects that migrations govern, without what the platform decides: default privileges, extensions outside the
 * schemas, owner and comment of a schema that the platform made, and what lies in no schema and belongs to another role.
 */
export function governedObjects(
  both: Both<Catalog>,
  schemas: readonly string[],
): Both<CatalogObject[]> {
  const area = { role: both.expected.role, schemas, ids: new Set<ObjectId>() }
  for (const { objects } of [both.expected, both.found])
    for (const object of objects.values()) if (isGoverned(object, area)) area.ids.add(object.id)
  const of = ({ objects }: Catalog): CatalogObject[] =>
    [...objects.values()]
      .filter(({ id }) => area.ids.has(id))
      .map((object) => withoutPlatform(object, both.expected))
  return { expected: of(both.expected), found: of(both.found) }
}

/** Whether an object is an extension whose objects lie in the schemas. */
export function isExtensionIn(
  { kind, attributes: { schema } }: CatalogObject,
  schemas: readonly string[],
): boolean {
  return kind === 'extension' && typeof schema === 'string' && schemas.includes(unquoteName(schema))
}

interface Area {
  /** Who applies migrations. */
  readonly role: string
  readonly schemas: readonly string[]
}

function isGoverned(object: CatalogObject, { role, schemas }: Area): boolean {
  const { kind, schema, attributes } = object
  if (kind === 'defaultPrivileges') return false
  if (schema !== null || attributes['owner'] === role || attributes['owner'] === null) return true
  if (isExtensionIn(object, schemas)) return true
  // Such a publication sends our tables, whoever owns it.
  return kind === 'publication' && attributes['allTables'] === true
}

function withoutPlatform(object: CatalogObject, expected: Catalog): CatalogObject {
  const { kind, id, attributes } = object
  const owner = expected.objects.get(id)?.attributes['owner'] ?? expected.role
  if (kind !== 'extension' && (kind !== 'schema' || owner === expected.role)) return object
  const shown = Object.entries(attributes).filter(([name]) => !ofPlatform.has(name))
  return { ...object, attributes: Object.fromEntries(shown) }
}

const ofPlatform: ReadonlySet<string> = new Set(['owner', 'comment', 'version', 'askedVersion'])
