import type { CatalogObject } from '../../../model/catalog.ts'
import { flagOf, textIn, textsOf } from '../../../model/attribute.ts'
import { ownNameOf, parentNameOf } from '../../rules/facets/name.ts'
import type { Risk } from '../hazard.ts'
import { risk } from '../object-step.ts'
import type { ObjectStep } from '../object-step.ts'
import { compareReach } from './policy-reach.ts'
import type { Reach } from './policy-reach.ts'

/**
 * Whom a policy that changes shows more rows, fewer rows, or other rows. Permissive policies add rows, restrictive ones
 * take rows away (manual, CREATE POLICY).
 */
export function policyRisks(step: ObjectStep): Risk[] {
  const policy = step.after ?? step.before
  if (policy === undefined || isTold(step, policy)) return []
  // The rows of a new table were nobody's: what a policy takes away there, nobody misses.
  const isNewTable = !step.from.objects.has(policy.parent ?? '')
  const before = isNewTable ? undefined : step.before
  const reach = compareReach(before, step.after)
  return reaches
    .filter((each) => reach.has(each) && !(each === 'less' && isNewTable))
    .flatMap((each) => say[each](wideSide(each, before, step.after) ?? policy))
}

/** Whether a statement says nothing of rows: the table is dropped, or the policy is created again later. */
function isTold({ verb, after, to }: ObjectStep, { parent }: CatalogObject): boolean {
  if (after === undefined) return verb === 'comment' || !to.objects.has(parent ?? '')
  return verb === 'comment' || verb === 'drop'
}

/** The state in which the policy concerns more people: the one that those who gain or lose rows are in. */
function wideSide(
  reach: Reach,
  before: CatalogObject | undefined,
  after: CatalogObject | undefined,
): CatalogObject | undefined {
  const policy = after ?? before
  const isPermissive = policy !== undefined && flagOf(policy, 'permissive')
  return (reach === 'more') === isPermissive ? (after ?? before) : (before ?? after)
}

const reaches: readonly Reach[] = ['more', 'other', 'less']

const say: Readonly<Record<Reach, (policy: CatalogObject) => Risk[]>> = {
  more: (policy) => risk('opens_access', rowsWords('more', policy)),
  other: (policy) =>
    risk(
      'changes_access',
      `policy ${ownNameOf(policy)} of ${parentNameOf(policy)} has another condition`,
    ),
  less: (policy) => risk('breaks_clients', rowsWords('fewer', policy)),
}

/** `authenticated may select more rows of public.t` */
function rowsWords(amount: string, policy: CatalogObject): string {
  const roles = textsOf(policy, 'roles').join(', ')
  return `${roles} may ${textIn(policy, 'command')} ${amount} rows of ${parentNameOf(policy)}`
}
