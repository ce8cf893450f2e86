import type { Action, Privilege } from '../../action.ts'
import type { UnwrittenPlan } from '../../plan.ts'
import { hasAll } from '../../rules/facets/all-privileges.ts'
import type { Context } from '../../rule.ts'

/** Says `all` where a statement lists every privilege that there is on such an object. */
export function sayAll(plan: UnwrittenPlan, { from }: Context): UnwrittenPlan {
  return {
    ...plan,
    segments: plan.segments.map(({ statements, ...segment }) => ({
      ...segment,
      statements: statements.map((each) => ({
        ...each,
        action: withAll(each.action, from.serverVersion),
      })),
    })),
  }
}

function withAll(action: Action, version: number): Action {
  if (action.kind === 'defaultPrivileges') {
    const word = action.objectType.replace(/s$/, '')
    return hasAll(word, action.privileges, version) ? { ...action, privileges: ['all'] } : action
  }
  if (action.kind !== 'grant' && action.kind !== 'revoke') return action
  const [word = ''] = action.target.split(' ', 1)
  return isWhole(word, action.privileges, version)
    ? { ...action, privileges: [{ name: 'all', columns: [] }] }
    : action
}

function isWhole(word: string, privileges: readonly Privilege[], version: number): boolean {
  const names = privileges.flatMap(({ name, columns }) => (columns.length === 0 ? [name] : []))
  return names.length === privileges.length && hasAll(word, names, version)
}
