import type { Catalog, CatalogObject } from '../../../model/catalog.ts'
import { objectsOfKind } from '../../../model/catalog.ts'
import { isSameValue } from '../../../model/compare-catalogs.ts'
import { recordsOf, spell, textOf } from '../../../model/attribute.ts'
import { factsOf } from '../../../model/kind.ts'
import type { Kind } from '../../../model/kind.ts'
import type { Context } from '../../rule.ts'
import type { Right } from './right-statements.ts'

/** What each grantee has of a new object by itself; undefined where that depends on when and where it is made. */
export type DefaultRights = ReadonlyMap<string, readonly Right[] | undefined>

/**
 * Finds what whoever runs a plan grants by making an object: by PostgreSQL's own default privileges, or by those that
 * are wanted, which are set before anything is made.
 */
export function defaultRightsOf(object: CatalogObject, { from, to }: Context): DefaultRights {
  const each = [from.role, to.role].map((maker) => givenIn(object, to, maker))
  const grantees = new Set(each.flatMap((given) => [...given.keys()]))
  return new Map(
    Array.from(grantees, (grantee) => {
      const [first, ...rest] = each.map((given) => (given.has(grantee) ? given.get(grantee) : []))
      const isKnown = rest.every((other) => isSameValue(toValue(first), toValue(other)))
      return [grantee, isKnown ? first : undefined]
    }),
  )
}

function toValue(rights: readonly Right[] | undefined): readonly string[] | null {
  return rights === undefined
    ? null
    : rights.map(({ privilege, grantable }) => `${privilege} ${String(grantable)}`)
}

/** The default privileges of a role that are about new objects like this one. */
export function entriesFor(
  object: CatalogObject,
  catalog: Catalog,
  maker: string,
): CatalogObject[] {
  const type = objectTypes[object.kind]
  return entriesOf(catalog, maker).filter(
    (entry) => entry.attributes['objectType'] === type && isFor(object, entry),
  )
}

function entriesOf(catalog: Catalog, maker: string): CatalogObject[] {
  return objectsOfKind(catalog, 'defaultPrivileges').filter(
    ({ attributes }) => attributes['role'] === maker,
  )
}

/** Whether an entry is global, or about the schema of an object. */
function isFor(object: CatalogObject, entry: CatalogObject): boolean {
  return entry.schema === null || entry.schema === object.schema
}

function givenIn(
  object: CatalogObject,
  catalog: Catalog,
  maker: string,
): Map<string, readonly Right[] | undefined> {
  const entries = entriesFor(object, catalog, maker)
  const isReplaced = entries.some((entry) => textOf(entry, 'schema') === null)
  const rights = [...(isReplaced ? [] : byPostgres(object)), ...entries.flatMap(rightsIn)]
  const byGrantee = Map.groupBy(
    rights.filter(({ grantee }) => grantee !== maker),
    ({ grantee }) => grantee,
  )
  const taken = entries.some((entry) => isTakenBack(entry, maker))
    ? rolesIn(object, catalog, maker)
    : []
  return new Map([
    ...taken.map((role) => [role, undefined] as const),
    ...Array.from(byGrantee, ([grantee, list]) => [grantee, merge(list)] as const),
  ])
}

/**
 * Whether an entry for a schema gives nobody anything: it is left of one that did, and other projects still have that
 * one. Who else is named for the schema may have rights there.
 */
function isTakenBack(entry: CatalogObject, maker: string): boolean {
  return (
    entry.schema !== null &&
    rightsIn(entry).every(({ grantee, grantable }) => grantee === maker && !grantable)
  )
}

function rolesIn(object: CatalogObject, catalog: Catalog, maker: string): string[] {
  const rights = entriesOf(catalog, maker)
    .filter(({ schema }) => schema !== null && schema === object.schema)
    .flatMap(rightsIn)
  return [...new Set(rights.map(({ grantee }) => grantee))].filter((role) => role !== maker)
}

/** What PostgreSQL gives to everybody (manual, 5.8 Privileges). */
function byPostgres({ kind }: CatalogObject): Right[] {
  if (factsOf(kind).grant?.isOpen !== true) return []
  const privilege = objectTypes[kind] === 'types' ? 'usage' : 'execute'
  return [{ grantee: 'public', privilege, grantable: false }]
}

function rightsIn(entry: CatalogObject): Right[] {
  return recordsOf(entry, 'rights')
    .filter(({ ofOwner }) => ofOwner === undefined)
    .map(({ grantee, privilege, grantable }) => ({
      grantee: spell(grantee),
      privilege: spell(privilege),
      grantable: grantable === true,
    }))
}

/** Each privilege once, sorted: a global entry and one for the schema may give the same. */
function merge(rights: readonly Right[]): Right[] {
  const byPrivilege = Map.groupBy(rights, ({ privilege }) => privilege)
  return [...byPrivilege.values()]
    .flatMap(([first, ...rest]) =>
      first === undefined
        ? []
        : [{ ...first, grantable: [first, ...rest].some(({ grantable }) => grantable) }],
    )
    .toSorted((a, b) => (a.privilege < b.privilege ? -1 : 1))
}

/** What ALTER DEFAULT PRIVILEGES calls new objects of a kind. */
const objectTypes: Readonly<Partial<Record<Kind, string>>> = {
  table: 'tables',
  foreignTable: 'tables',
  view: 'tables',
  materializedView: 'tables',
  sequence: 'sequences',
  identitySequence: 'sequences',
  function: 'functions',
  procedure: 'functions',
  aggregate: 'functions',
  enum: 'types',
  domain: 'types',
  composite: 'types',
  range: 'types',
  schema: 'schemas',
  largeObject: 'large objects',
}
