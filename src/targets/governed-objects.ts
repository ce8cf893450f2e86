import type { Catalog, CatalogObject, ObjectId, Value } from '../model/catalog.ts'
import { recordsOf } from '../model/attribute.ts'
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
  const ids = governedIds(both, schemas)
  const of = ({ objects }: Catalog): CatalogObject[] =>
    [...objects.values()]
      .filter(({ id }) => ids.has(id))
      .map((object) => withoutPlatform(object, both.expected))
  return { expected: of(both.expected), found: of(both.found) }
}

/**
 * The expected database with what is governed as it was found, but for what is left out: all that a plan between the two
 * may change.
 */
export function expectedWithFound(
  both: Both<Catalog>,
  {
    schemas,
    leftOut,
  }: { readonly schemas: readonly string[]; readonly leftOut: ReadonlySet<ObjectId> },
): Catalog {
  const { expected, found } = both
  const ids = governedIds(both, schemas)
  const all = new Map([...expected.objects, ...found.objects])
  const isFound = ({ id, parent }: CatalogObject): boolean => {
    const above = parent === null ? undefined : all.get(parent)
    return ids.has(id) && !leftOut.has(id) && (above === undefined || isFound(above))
  }
  const objects = new Map<ObjectId, CatalogObject>()
  for (const [id, object] of all) {
    const expectedOne = expected.objects.get(id)
    const chosen = isFound(object)
      ? foundOver(found.objects.get(id), expectedOne, expected)
      : expectedOne
    if (chosen !== undefined) objects.set(id, chosen)
  }
  const dependencies = [...found.dependencies, ...expected.dependencies].filter(
    ({ dependent, needed }) => objects.has(dependent) && objects.has(needed),
  )
  return { ...expected, objects, dependencies }
}

/** What was found, but for attributes that the platform decides. */
function foundOver(
  found: CatalogObject | undefined,
  expectedOne: CatalogObject | undefined,
  expected: Catalog,
): CatalogObject | undefined {
  if (found === undefined || expectedOne === undefined) return found
  const { attributes } = withoutPlatform(found, expected)
  return { ...found, attributes: { ...expectedOne.attributes, ...attributes } }
}

function governedIds(both: Both<Catalog>, schemas: readonly string[]): ReadonlySet<ObjectId> {
  const area = { role: both.expected.role, schemas }
  const all = [both.expected, both.found].flatMap(({ objects }) => [...objects.values()])
  const isMade = ({ id, kind }: CatalogObject): boolean =>
    !besideMigrations.has(kind) || (both.expected.objects.has(id) && both.found.objects.has(id))
  return new Set(
    all.filter((object) => isGoverned(object, area) && isMade(object)).map(({ id }) => id),
  )
}

/** Kinds of objects that are there or not whatever migrations say: data, and what connects to another server. */
const besideMigrations: ReadonlySet<string> = new Set(['largeObject', 'subscription'])

/**
 * Two databases as if one role had applied their migrations: what either owns belongs to the role of the first, and what
 * they may do besides is not compared.
 */
export function withOneRole(both: Both<Catalog>, roles: Both<string>): Both<Catalog> {
  if (roles.expected === roles.found) return both
  return { expected: withRole(both.expected, roles), found: withRole(both.found, roles) }
}

/** Two databases without the right to maintain tables where one of the servers does not know it: it is new in 17. */
export function withoutNewerRights(both: Both<Catalog>): Both<Catalog> {
  if (knowsMaintain(both.expected) === knowsMaintain(both.found)) return both
  const { expected, found } = both
  return {
    expected: mapped(expected, (object) => withRights(object, older)),
    found: mapped(found, (object) => withRights(object, older)),
  }
}

function knowsMaintain({ serverVersion }: Catalog): boolean {
  return serverVersion >= 170_000
}

function older(right: Right): Right[] {
  return right['privilege'] === 'maintain' ? [] : [right]
}

type Right = Readonly<Record<string, Value>>

function withRole(catalog: Catalog, { expected, found }: Both<string>): Catalog {
  const isOne = (role: Value | undefined): boolean => role === expected || role === found
  return mapped(catalog, (object) => {
    const { attributes, ...rest } = withRights(object, (right) =>
      isOne(right['grantee'])
        ? []
        : [isOne(right['grantor']) ? { ...right, grantor: expected } : right],
    )
    const owner = isOne(attributes['owner']) ? { owner: expected } : {}
    return { ...rest, attributes: { ...attributes, ...owner } }
  })
}

function mapped(catalog: Catalog, change: (object: CatalogObject) => CatalogObject): Catalog {
  const objects = [...catalog.objects].map(([id, object]) => [id, change(object)] as const)
  return { ...catalog, objects: new Map(objects) }
}

function withRights(
  object: CatalogObject,
  change: (right: Right) => readonly Right[],
): CatalogObject {
  if (!('rights' in object.attributes)) return object
  const rights = recordsOf(object, 'rights').flatMap(change)
  return { ...object, attributes: { ...object.attributes, rights } }
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
  if (isExtensionIn(object, schemas) || kind === 'cast') return true
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

const ofPlatform: ReadonlySet<string> = new Set([
  'owner',
  'comment',
  'askedComment',
  'version',
  'askedVersion',
])
