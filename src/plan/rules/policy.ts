import type { CatalogObject } from '../../model/catalog.ts'
import { alterBelow, create, drop } from '../action.ts'
import { flagOf, textIn, textOf, textsOf } from '../../model/attribute.ts'
import { createFacets } from './facets/facets.ts'
import { writeComment } from './facets/comment.ts'
import { addressOf } from './facets/name.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import { maskQuoted } from '../../sql/scan/stretches.ts'

/** Policies. ALTER POLICY changes roles and conditions, but takes no condition away and changes no command. */
export const policyRule: Rule = {
  kind: 'policy',
  looksAtData: true,
  hasNoData: true,
  create: (policy, context) => [
    statement(
      { verb: 'create', object: policy.id },
      create(addressOf(policy), `\n  ${clauses(policy).join('\n  ')}`),
    ),
    ...createFacets(policy, context),
  ],
  drop: (policy) => [statement({ verb: 'drop', object: policy.id }, drop(addressOf(policy)))],
  alter: ({ from, to, attributes }) => {
    if (attributes.some((name) => name === 'command' || name === 'permissive')) return 'replace'
    if (takesAway(from, to, 'using') || takesAway(from, to, 'check')) return 'replace'
    const comment = attributes.includes('comment') ? [writeComment(to)] : []
    if (attributes.every((name) => name === 'comment')) return comment
    const changed = [
      ...(attributes.includes('roles') ? [`to ${textsOf(to, 'roles').join(', ')}`] : []),
      ...conditions(to)
        .filter(([name]) => attributes.includes(name))
        .map(([, clause]) => clause),
    ]
    return [
      statement({ verb: 'alter', object: to.id }, alterBelow(addressOf(to), changed.join('\n  '))),
      ...comment,
    ]
  },
}

function clauses(policy: CatalogObject): string[] {
  return [
    ...(flagOf(policy, 'permissive') ? [] : ['as restrictive']),
    `for ${textIn(policy, 'command')}`,
    `to ${textsOf(policy, 'roles').join(', ')}`,
    ...conditions(policy).map(([, clause]) => clause),
  ]
}

function conditions(policy: CatalogObject): (readonly [name: string, clause: string])[] {
  const using = textOf(policy, 'using')
  const check = textOf(policy, 'check')
  return [
    ...(using === null ? [] : [['using', `using (${bare(using)})`] as const]),
    ...(check === null ? [] : [['check', `with check (${bare(check)})`] as const]),
  ]
}

/** PostgreSQL prints an expression in parentheses: one pair is enough. */
function bare(expression: string): string {
  return /^\(.*\)$/s.test(expression) && isOnePair(expression)
    ? expression.slice(1, -1)
    : expression
}

/** Whether the parenthesis at the beginning closes at the end; those in literals and quoted names are none. */
function isOnePair(expression: string): boolean {
  const plain = maskQuoted(expression)
  let depth = 0
  for (let at = 0; at < plain.length; at += 1) {
    if (plain[at] === '(') depth += 1
    if (plain[at] === ')') depth -= 1
    if (depth === 0) return at === plain.length - 1
  }
  return false
}

function takesAway(from: CatalogObject, to: CatalogObject, name: string): boolean {
  return textOf(from, name) !== null && textOf(to, name) === null
}
