import type { CatalogObject } from '../../model/catalog.ts'
import { flagOf, textIn, textOf, textsOf } from '../attribute.ts'
import { ownNameOf, parentNameOf } from '../name.ts'
import type { Risk } from './hazard.ts'
import { risk } from './object-step.ts'
import type { ObjectStep } from './object-step.ts'

/**
 * Whom a policy that changes shows more rows, fewer rows, or other rows. Permissive policies add rows, restrictive ones
 * take rows away (manual, CREATE POLICY).
 */
export function policyRisks(step: ObjectStep): Risk[] {
  const { kind, verb, before, after, from, to } = step
  if (kind !== 'policy' || verb === 'comment') return []
  const policy = after ?? before
  const table = policy?.parent ?? ''
  // The rows of a table that is dropped are nobody's any more.
  if (policy === undefined || (after === undefined && !to.objects.has(table))) return []
  // A recreated policy says it once, where it is created.
  if (verb === 'drop' && after !== undefined) return []
  const isNewTable = !from.objects.has(table)
  const verdicts = isNewTable ? compare(undefined, after) : compare(before, after)
  return [
    ...(verdicts.has('more') ? risk('opens_access', rowsWords('more', policy)) : []),
    ...(verdicts.has('other')
      ? risk('changes_access', `${policyName(policy)} has another condition`)
      : []),
    ...(verdicts.has('less') && !isNewTable
      ? risk('breaks_clients', rowsWords('fewer', policy))
      : []),
  ]
}

type Verdict = 'more' | 'less' | 'other'

/** How the rows that can be reached change. No policy at all is one that does nothing. */
function compare(
  before: CatalogObject | undefined,
  after: CatalogObject | undefined,
): ReadonlySet<Verdict> {
  if (before !== undefined && after !== undefined) return compareBoth(before, after)
  const policy = after ?? before
  if (policy === undefined) return new Set()
  const adds = flagOf(policy, 'permissive') === (after !== undefined)
  return new Set([adds ? 'more' : 'less'])
}

function compareBoth(before: CatalogObject, after: CatalogObject): ReadonlySet<Verdict> {
  const isPermissive = flagOf(after, 'permissive')
  if (flagOf(before, 'permissive') !== isPermissive)
    return new Set([isPermissive ? 'more' : 'less'])
  const audience = [
    ...compareSets(rolesOf(before), rolesOf(after)),
    ...compareSets(commandsOf(before), commandsOf(after)),
  ]
  return new Set([
    // More people under a restrictive policy see fewer rows.
    ...(isPermissive ? audience : audience.map(turn)),
    ...conditions.flatMap((name) => compareCondition(before, after, name)),
  ])
}

const conditions = ['using', 'check'] as const

function turn(verdict: Verdict): Verdict {
  return verdict === 'more' ? 'less' : 'more'
}

const every = '*'

function rolesOf(policy: CatalogObject): string[] {
  const roles = textsOf(policy, 'roles')
  return roles.includes('public') ? [every] : roles
}

function commandsOf(policy: CatalogObject): string[] {
  const command = textIn(policy, 'command')
  return command === 'all' ? [every] : [command]
}

function compareSets(before: readonly string[], after: readonly string[]): Verdict[] {
  const covers = (list: readonly string[], name: string): boolean =>
    list.includes(every) || list.includes(name)
  return [
    ...(after.every((name) => covers(before, name)) ? [] : ['more' as const]),
    ...(before.every((name) => covers(after, name)) ? [] : ['less' as const]),
  ]
}

/**
 * A condition that is absent: of a permissive policy lets no row pass, of a restrictive one every row. A check that is
 * absent is the condition for existing rows (manual, CREATE POLICY).
 */
function compareCondition(
  before: CatalogObject,
  after: CatalogObject,
  name: (typeof conditions)[number],
): Verdict[] {
  const [old, fresh] = [conditionOf(before, name), conditionOf(after, name)]
  if (old === fresh) return []
  // Then it follows the condition for existing rows, of which it is said already.
  if (name === 'check' && [before, after].every((policy) => textOf(policy, name) === null))
    return []
  if (fresh === 'true' || old === 'false') return ['more']
  if (fresh === 'false' || old === 'true') return ['less']
  // A check that is removed no longer limits what may be written; one that is added does.
  if (textOf(after, name) === null) return ['more']
  return [textOf(before, name) === null ? 'less' : 'other']
}

function conditionOf(policy: CatalogObject, name: (typeof conditions)[number]): string {
  const own = textOf(policy, name) ?? (name === 'check' ? textOf(policy, 'using') : null)
  return own ?? (flagOf(policy, 'permissive') ? 'false' : 'true')
}

/** `authenticated may select more rows of public.t` */
function rowsWords(amount: string, policy: CatalogObject): string {
  const roles = textsOf(policy, 'roles').join(', ')
  return `${roles} may ${textIn(policy, 'command')} ${amount} rows of ${parentNameOf(policy)}`
}

function policyName(policy: CatalogObject): string {
  return `policy ${ownNameOf(policy)} of ${parentNameOf(policy)}`
}
