import type { Catalog, CatalogObject, Value } from '../../../model/catalog.ts'
import { childrenOf } from '../../../model/catalog.ts'
import type { Action } from '../../action.ts'
import { recordsOf } from '../../../model/attribute.ts'
import { factsOf } from '../../../model/kind.ts'
import type { Kind } from '../../../model/kind.ts'
import { nameOf } from '../../../model/object-id.ts'
import { isGrantedOnParent, ownNameOf, parentNameOf } from './name.ts'
import type { Context } from '../../rule.ts'
import { statement } from '../../statement.ts'
import type { Statement } from '../../statement.ts'

/** One right: who may do what, and whether he may hand it on. The grantee is spelled as SQL needs it. */
interface Right {
  readonly grantee: string
  readonly privilege: string
  readonly grantable: boolean
}

/**
 * States a new object's rights in full: what default privileges may have given is revoked first, whoever they gave it
 * to, so that the result is the same in every project.
 */
export function createRights(object: CatalogObject, context: Context): Statement[] {
  if (object.attributes['rights'] === undefined) return []
  // The owner's own rights come with the object, and nobody else may take them.
  const owner = ownerOf(object, context.to)
  const everybody = granteesOf(context, object.kind).filter((grantee) => grantee !== owner)
  const cleared = everybody.length === 0 ? [] : [revokeAll(object, everybody)]
  return [...cleared, ...grant(object, rightsOf(object))]
}

/** Whether the rights of a new object, as createRights states them, are about whoever runs the plan. */
export function concernsMaker({ kind }: CatalogObject, context: Context): boolean {
  const makers = new Set([context.from.role, context.to.role])
  return granteesOf(context, kind).some((grantee) => makers.has(grantee))
}

/** The rights of a new column: nothing gives any by default. */
export function createColumnRights(column: CatalogObject): Statement[] {
  return grant(column, rightsOf(column))
}

/**
 * Grants what is missing and revokes what is too much. Revoking a right on a table takes the same right on its columns
 * along: those that are to stay are granted again.
 */
export function alterRights(from: CatalogObject, to: CatalogObject, context: Context): Statement[] {
  const [before, after] = [rightsOf(from), rightsOf(to)]
  const gone = before
    .filter((right) => !after.some((other) => isSame(right, other)))
    .filter(({ grantee }) => grantee !== newOwner(from, to))
  const come = after.filter((right) => !before.some((other) => isSame(right, other)))
  // A right whose grant option alone goes is revoked whole and granted again without it.
  return [...revoke(to, gone), ...grant(to, come), ...regrantColumns(to, gone, context)]
}

/**
 * Rights of a new owner are revoked before ownership changes. Later they would count as an owner's rights, which
 * are not revoked.
 */
export function revokeFromNewOwner(from: CatalogObject, to: CatalogObject): Statement[] {
  return revoke(
    to,
    rightsOf(from).filter(({ grantee }) => grantee === newOwner(from, to)),
  )
}

function newOwner(from: CatalogObject, to: CatalogObject): Value | undefined {
  const owner = to.attributes['owner']
  return owner === from.attributes['owner'] ? undefined : owner
}

function regrantColumns(
  table: CatalogObject,
  gone: readonly Right[],
  { from, to }: Context,
): Statement[] {
  if (isGrantedOnParent(table) || gone.length === 0) return []
  const columns = childrenOf(to, table.id).filter(
    (child) => isGrantedOnParent(child) && from.objects.has(child.id),
  )
  return columns.flatMap((column) =>
    grant(
      column,
      rightsOf(column).filter((right) =>
        gone.some((lost) => lost.grantee === right.grantee && lost.privilege === right.privilege),
      ),
    ),
  )
}

/** Everybody who has a right on anything, and public where PostgreSQL or default privileges give it one. */
function granteesOf({ from, to }: Context, kind: Kind): string[] {
  const given = [from, to].flatMap((catalog) => [...everybodyIn(catalog).byDefault])
  const found = new Set([...everybodyIn(to).all, ...given])
  found.delete('public')
  if (factsOf(kind).grant?.isOpen === true || given.includes('public')) found.add('public')
  return [...found].toSorted(publicFirst)
}

/** Who has rights in a catalog: on anything, and on what is yet to come. */
interface Everybody {
  readonly all: ReadonlySet<string>
  readonly byDefault: ReadonlySet<string>
}

/** Found once a catalog, which never changes. */
const known = new WeakMap<Catalog, Everybody>()

function everybodyIn(catalog: Catalog): Everybody {
  const found = known.get(catalog) ?? findEverybody([...catalog.objects.values()])
  known.set(catalog, found)
  return found
}

function findEverybody(objects: readonly CatalogObject[]): Everybody {
  const defaults = objects.filter(({ kind }) => kind === 'defaultPrivileges')
  return { all: granteesIn(objects), byDefault: granteesIn(defaults) }
}

function granteesIn(objects: readonly CatalogObject[]): ReadonlySet<string> {
  return new Set(objects.flatMap(rightsOf).map(({ grantee }) => grantee))
}

/** An object without an owner has that of its parent. */
function ownerOf(object: CatalogObject, { objects }: Catalog): Value {
  for (let each: CatalogObject | undefined = object; each !== undefined;) {
    const owner = each.attributes['owner'] ?? null
    if (owner !== null) return owner
    each = each.parent === null ? undefined : objects.get(each.parent)
  }
  return null
}

function publicFirst(a: string, b: string): number {
  if (a === b) return 0
  if (a === 'public' || b === 'public') return a === 'public' ? -1 : 1
  return a < b ? -1 : 1
}

function rightsOf(object: CatalogObject): Right[] {
  return recordsOf(object, 'rights').map((right) => ({
    grantee: text(right['grantee']),
    privilege: text(right['privilege']),
    grantable: right['grantable'] === true,
  }))
}

function text(value: Value | undefined): string {
  return typeof value === 'string' ? value : ''
}

function isSame(a: Right, b: Right): boolean {
  return a.grantee === b.grantee && a.privilege === b.privilege && a.grantable === b.grantable
}

function revokeAll(object: CatalogObject, grantees: readonly string[]): Statement {
  return statement(
    { verb: 'revoke', object: object.id },
    {
      kind: 'revoke',
      privileges: [{ name: 'all', columns: [] }],
      target: targetOf(object),
      grantees,
    },
  )
}

function revoke(object: CatalogObject, rights: readonly Right[]): Statement[] {
  return group(rights).map(([{ grantee }, privileges]) =>
    statement(
      { verb: 'revoke', object: object.id },
      { kind: 'revoke', ...rightsOn(object, privileges), grantees: [grantee] },
      { grantee },
    ),
  )
}

function grant(object: CatalogObject, rights: readonly Right[]): Statement[] {
  return group(rights).map(([{ grantee, grantable }, privileges]) =>
    statement(
      { verb: 'grant', object: object.id },
      { kind: 'grant', ...rightsOn(object, privileges), grantees: [grantee], grantable },
      { grantee },
    ),
  )
}

/** One statement a grantee, with all his rights of the same kind. */
function group(rights: readonly Right[]): (readonly [Right, readonly string[]])[] {
  const groups = Map.groupBy(rights, ({ grantee, grantable }) => `${grantee}\n${String(grantable)}`)
  return [...groups.values()].flatMap((list) => {
    const [first] = list
    return first === undefined ? [] : [[first, list.map(({ privilege }) => privilege)] as const]
  })
}

/** The privileges of a column are privileges on its table that name it. */
function rightsOn(
  object: CatalogObject,
  privileges: readonly string[],
): Pick<Action<'grant'>, 'privileges' | 'target'> {
  const isPart = isGrantedOnParent(object)
  const columns = isPart ? [ownNameOf(object)] : []
  return {
    privileges: privileges.map((name) => ({ name, columns })),
    target: isPart ? `table ${parentNameOf(object)}` : targetOf(object),
  }
}

/** An aggregate over rows has no argument here, where it has `*` elsewhere. */
function targetOf({ kind, id }: CatalogObject): string {
  const { grant: granted, words } = factsOf(kind)
  if (granted === undefined) throw new Error(`${id}: nobody is granted rights on a ${words}`)
  return `${granted.word} ${nameOf(id).replace(/\(\*\)$/, '()')}`
}
