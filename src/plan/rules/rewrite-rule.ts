import type { CatalogObject } from '../../model/catalog.ts'
import { alter, define, drop, orReplace } from '../action.ts'
import type { Action } from '../action.ts'
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
    statement({ verb: 'create', object: rule.id }, definitionOf(rule)),
    ...(textIn(rule, 'enabled') === 'origin' ? [] : [enable(rule)]),
    ...createComment(rule),
  ],
  drop: (rule) => [statement({ verb: 'drop', object: rule.id }, drop(addressOf(rule)))],
  alter: ({ to, attributes }) => {
    const redefined = attributes.some((name) => name !== 'enabled' && name !== 'comment')
    return [
      ...(redefined
        ? [
            statement({ verb: 'alter', object: to.id }, orReplace(definitionOf(to)), {
              attribute: 'definition',
            }),
          ]
        : []),
      ...(attributes.includes('enabled') ? [enable(to)] : []),
      ...(attributes.includes('comment') ? [writeComment(to)] : []),
    ]
  },
}

function definitionOf(rule: CatalogObject): Action<'define'> {
  return define(textIn(rule, 'definition').replace(/;\s*$/, ''))
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
