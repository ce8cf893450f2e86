import type { Catalog, CatalogObject } from '../../../model/catalog.ts'
import { recordsOf, spell } from '../../../model/attribute.ts'
import { factsOf } from '../../../model/kind.ts'
import { isGrantedOnParent, ownNameOf } from '../../rules/facets/name.ts'
import { builtIn } from '../../rules/default-privileges.ts'
import { silentRights } from '../../rules/facets/rights.ts'
import { listedRights } from '../../rules/facets/right-changes.ts'
import type { Hazard, Risk } from '../hazard.ts'
import type { ObjectStep } from '../object-step.ts'
import { targetWords } from './rights-words.ts'

/** One right: who may do what, and whether he may hand it on. */
interface Right {
  readonly grantee: string
  readonly privilege: string
  readonly grantable: boolean
}

/**
 * What grants and revocations open and close. Taken from the rights before and after: a right that comes back with a
 * recreated object is none that opens anything.
 */
export function rightsRisks(step: ObjectStep): Risk[] {
  const object = step.after ?? step.before
  return object === undefined ? [] : (byVerb[step.verb]?.(step, object) ?? [])
}

const byVerb: Readonly<Record<string, (step: ObjectStep, object: CatalogObject) => Risk[]>> = {
  // What a new object has without a grant.
  create: (step, object) => {
    if (step.after === undefined) return []
    const { old } = rightsOf(step, object)
    const silent = silentRights(step.after, { from: step.from, to: step.to })
    const given = beyond(silent, old).filter((right) => !isHeld(right, object, step.from))
    return say(object, given.flatMap(withOption), opening)
  },
  grant: (step, object) => {
    const { old, fresh } = rightsOf(step, object)
    const given = beyond(fresh, old).filter((right) => !isHeld(right, object, step.from))
    return say(object, given.flatMap(withOption), opening)
  },
  revoke: (step, object) => {
    // What a new object gets by default is taken from nobody.
    if (step.before === undefined && !isChangeOfGiven(object)) return []
    const { old, fresh } = rightsOf(step, object)
    const taken = beyond(old, fresh).filter((right) => !isHeld(right, object, step.to))
    return say(object, taken.flatMap(withOption), closing)
  },
}

/**
 * Whether a role has a right already: through PUBLIC, or on the whole table. The default rights of PUBLIC on a new
 * type do not count as opened.
 */
function isHeld({ grantee, privilege }: Right, object: CatalogObject, catalog: Catalog): boolean {
  const state = catalog.objects.get(object.id)
  if (state === undefined && factsOf(object.kind).type === 'own') return grantee === 'public'
  const table = isGrantedOnParent(object) ? catalog.objects.get(object.parent ?? '') : undefined
  const byAll = grantee !== 'public' && holds(state, privilege, ['public'])
  return byAll || holds(table, privilege, ['public', grantee])
}

function holds(
  object: CatalogObject | undefined,
  privilege: string,
  roles: readonly string[],
): boolean {
  if (object === undefined) return false
  return rightsIn(object, object).some(
    (right) => right.privilege === privilege && roles.includes(right.grantee),
  )
}

/** The roles other than its owner that have a right on an object or on one of its columns, sorted. */
export function rolesWithRights(objects: readonly (CatalogObject | undefined)[]): string[] {
  const roles = objects.flatMap((object) =>
    object === undefined ? [] : grantsOf(object).map(({ grantee }) => spell(grantee)),
  )
  return [...new Set(roles)].toSorted()
}

interface Rights {
  readonly old: readonly Right[]
  readonly fresh: readonly Right[]
}

/** The rights before and after of the role that a statement is about, or of all roles. */
function rightsOf({ before, after, grantee }: ObjectStep, object: CatalogObject): Rights {
  const own = (state: CatalogObject | undefined): Right[] =>
    rightsIn(state, object).filter((right) => grantee === undefined || right.grantee === grantee)
  return { old: own(before), fresh: own(after) }
}

/** The rights on an object before or after; of new objects PostgreSQL's own where nothing is said. */
function rightsIn(object: CatalogObject | undefined, either: CatalogObject): readonly Right[] {
  if (object === undefined) return givenRights(either)
  const grants = Map.groupBy(grantsOf(object), ({ grantee, privilege }) =>
    JSON.stringify([grantee, privilege]),
  )
  // Several roles may have granted the same right.
  return Array.from(grants.values(), ([first, ...rest]) => ({
    grantee: spell(first?.['grantee']),
    privilege: spell(first?.['privilege']),
    grantable: [first, ...rest].some((right) => right?.['grantable'] === true),
  }))
}

/** Whether it is no object, but how rights are not those that PostgreSQL or an extension gives. */
function isChangeOfGiven({ kind }: CatalogObject): boolean {
  return kind === 'defaultPrivileges' || kind === 'changedRights'
}

function givenRights(object: CatalogObject): readonly Right[] {
  if (object.kind === 'changedRights') return listedRights(object, 'initial')
  return object.kind === 'defaultPrivileges' ? builtIn(object) : []
}

/** All but those that an owner lacks. */
function grantsOf(object: CatalogObject): ReturnType<typeof recordsOf> {
  return recordsOf(object, 'rights').filter(({ ofOwner }) => ofOwner !== 'lack')
}

/** The rights that are in the first list and not in the second: the privilege, or the option to grant it. */
function beyond(list: readonly Right[], other: readonly Right[]): Right[] {
  return list.flatMap((right) => {
    const known = other.find((each) => isSame(each, right))
    if (known === undefined) return [right]
    return right.grantable && !known.grantable ? [{ ...right, privilege: optionOf(right) }] : []
  })
}

function isSame(a: Right, b: Right): boolean {
  return a.grantee === b.grantee && a.privilege === b.privilege
}

/** Means the grant option of a right that was there without it. */
function optionOf({ privilege }: Right): string {
  return `grant ${privilege}`
}

function isOption({ privilege }: Right): boolean {
  return privilege.startsWith('grant ')
}

/** A new right that can be granted on is two rights. */
function withOption(right: Right): Right[] {
  return right.grantable && !isOption(right)
    ? [right, { ...right, privilege: optionOf(right) }]
    : [right]
}

const opening: Words = { hazard: 'opens_access', may: 'may' }
const closing: Words = { hazard: 'breaks_clients', may: 'may no longer' }

interface Words {
  readonly hazard: Hazard
  readonly may: string
}

/** One risk a grantee; on columns one a privilege, so that columns with the same right can be told together. */
function say(object: CatalogObject, rights: readonly Right[], { hazard, may }: Words): Risk[] {
  const isOfColumn = isGrantedOnParent(object)
  const groups = Map.groupBy(rights, (right) =>
    isOfColumn || isOption(right) ? `${right.grantee} ${right.privilege}` : right.grantee,
  )
  return [...groups.values()].flatMap((list) => {
    const privileges = list.map(({ privilege }) => privilege)
    const what = `${list[0]?.grantee ?? ''} ${may} ${targetWords(object, privileges)}`
    const [privilege = ''] = privileges.map((each) => each.replace(/^grant /, ''))
    return [
      isOfColumn ? { hazard, what, columns: [ownNameOf(object)], privilege } : { hazard, what },
    ]
  })
}
