import type { CatalogObject } from '../../model/catalog.ts'
import { textIn } from '../attribute.ts'
import { createComment, writeComment } from '../facets/comment.ts'
import { addressOf, ownNameOf, parentNameOf } from '../name.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** Triggers, and whether they fire. */
export const triggerRule: Rule = {
  kind: 'trigger',
  create: (trigger) => [
    statement('create', trigger.id, textIn(trigger, 'definition')),
    ...(textIn(trigger, 'enabled') === 'origin' ? [] : [enable(trigger)]),
    ...createComment(trigger),
  ],
  drop: (trigger) => [statement('drop', trigger.id, `drop ${addressOf(trigger)}`)],
  alter: ({ to, attributes }) => {
    if (attributes.some((name) => name !== 'enabled' && name !== 'comment')) return 'replace'
    return [
      ...(attributes.includes('enabled') ? [enable(to)] : []),
      ...(attributes.includes('comment') ? [writeComment(to)] : []),
    ]
  },
}

function enable(trigger: CatalogObject): Statement {
  const verbs: Readonly<Record<string, string>> = {
    origin: 'enable trigger',
    disabled: 'disable trigger',
    replica: 'enable replica trigger',
    always: 'enable always trigger',
  }
  const verb = verbs[textIn(trigger, 'enabled')] ?? 'enable trigger'
  return statement(
    'alter',
    trigger.id,
    `alter table ${parentNameOf(trigger)} ${verb} ${ownNameOf(trigger)}`,
  )
}
