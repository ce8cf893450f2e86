import type { CatalogObject } from '../../../model/catalog.ts'
import { flagOf, textIn, textOf, textsOf } from '../../../model/attribute.ts'

/** How the rows that can be reached change. */
export type Reach = 'more' | 'less' | 'other'

/**
 * How the rows that can be reached change with a policy: `more` and `less` both, where some people reach more and
 * others fewer. No policy at all is one that does nothing.
 */
export function compareReach(
  before: CatalogObject | undefined,
  after: CatalogObject | undefined,
): ReadonlySet<Reach> {
  if (before !== undefined && after !== undefined) return new Set(compareBoth(before, after))
  const policy = after ?? before
  if (policy === undefined) return new Set()
  return new Set([flagOf(policy, 'permissive') === (after !== undefined) ? 'more' : 'less'])
}

function compareBoth(before: CatalogObject, after: CatalogObject): Reach[] {
  const isPermissive = flagOf(after, 'permissive')
  if (flagOf(before, 'permissive') !== isPermissive) return [isPermissive ? 'more' : 'less']
  const audience = [
    ...compareSets(rolesOf(before), rolesOf(after)),
    ...compareSets(commandsOf(before), commandsOf(after)),
  ]
  return [
    // More people under a restrictive policy see fewer rows.
    ...(isPermissive ? audience : audience.map(turn)),
    // Of a condition that one of them has no use for, the command tells enough.
    ...conditions
      .filter((name) => [before, after].every((policy) => uses(policy, name)))
      .flatMap((name) => compareCondition(before, after, name)),
  ]
}

function turn(reach: Reach): Reach {
  return reach === 'more' ? 'less' : 'more'
}

/** Means every role or every command. */
const every = '*'

function rolesOf(policy: CatalogObject): string[] {
  const roles = textsOf(policy, 'roles')
  return roles.includes('public') ? [every] : roles
}

function commandsOf(policy: CatalogObject): string[] {
  const command = textIn(policy, 'command')
  return command === 'all' ? [every] : [command]
}

function compareSets(before: readonly string[], after: readonly string[]): Reach[] {
  const more: Reach[] = after.every((name) => covers(before, name)) ? [] : ['more']
  const less: Reach[] = before.every((name) => covers(after, name)) ? [] : ['less']
  return [...more, ...less]
}

function covers(list: readonly string[], name: string): boolean {
  return list.includes(every) || list.includes(name)
}

const conditions = ['using', 'check'] as const

type Condition = (typeof conditions)[number]

/** Rows that are there pass `using`, rows that are written pass `check` (manual, CREATE POLICY). */
function uses(policy: CatalogObject, name: Condition): boolean {
  return unused[textIn(policy, 'command')] !== name
}

const unused: Readonly<Record<string, Condition>> = {
  select: 'check',
  insert: 'using',
  delete: 'check',
}

function compareCondition(before: CatalogObject, after: CatalogObject, name: Condition): Reach[] {
  const [old, fresh] = [conditionOf(before, name), conditionOf(after, name)]
  if (old === fresh) return []
  if (fresh === 'true' || old === 'false') return ['more']
  if (fresh === 'false' || old === 'true') return ['less']
  const [was, is] = [before, after].map((policy) => textOf(policy, name) !== null)
  if (was === is) return ['other']
  // A check that is removed no longer limits what may be written; one that is added does.
  return [was === true ? 'more' : 'less']
}

/**
 * A condition that is absent: of a permissive policy lets no row pass, of a restrictive one every row. A check that is
 * absent is the condition for existing rows (manual, CREATE POLICY).
 */
function conditionOf(policy: CatalogObject, name: Condition): string {
  const own = textOf(policy, name) ?? (name === 'check' ? textOf(policy, 'using') : null)
  return own ?? (flagOf(policy, 'permissive') ? 'false' : 'true')
}
