import type { CatalogObject } from '../../model/catalog.ts'
import { alter, define, drop } from '../action.ts'
import { textIn } from '../../model/attribute.ts'
import { createComment, writeComment } from './facets/comment.ts'
import { addressOf, ownNameOf, parentNameOf } from './facets/name.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** Rewrite rules, and whether they apply. */
export const rewriteRule: Rule = {
  kind: 'rule',
  looksAtData: true,
  hasNoData: true,
  create: (rule) => [
    statement(
      { verb: 'create', object: rule.id },
      define(textIn(rule, 'definition').replace(/;\s*$/, '')),
    ),
    ...(textIn(rule, 'enabled') === 'origin' ? [] : [enable(rule)]),
    ...createComment(rule),
  ],
  drop: (rule) => [statement({ verb: 'drop', object: rule.id }, drop(addressOf(rule)))],
  alter: ({ to, attributes }) => {
    if (attributes.some((name) => name !== 'enabled' && name !== 'comment')) return 'replace'
    return [
      ...(attributes.includes('enabled') ? [enable(to)] : []),
      ...(attributes.includes('comment') ? [writeComment(to)] : []),
    ]
  },
}

/** ALTER TABLE does it for views too. */
function enable(rule: CatalogObject): Statement {
  const state = textIn(rule, 'enabled')
  const verbs: Readonly<Record<string, string>> = {
    disabled: 'disable rule',
    replica: 'enable replica rule',
    always: 'enable always rule',
  }
  const verb = verbs[state] ?? 'enable rule'
  return statement(
    { verb: 'alter', object: rule.id },
    alter(`table ${parentNameOf(rule)}`, `${verb} ${ownNameOf(rule)}`),
    { attribute: 'enabled' },
  )
}
