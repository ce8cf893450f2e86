import { idAt } from '../../model/object-id.ts'
import type { Catalog, CatalogObject } from '../../model/catalog.ts'
import { alter, define, drop, orReplace } from '../action.ts'
import { textIn, textOf } from '../../model/attribute.ts'
import { createComment, writeComment } from './facets/comment.ts'
import { addressOf, ownNameOf, parentNameOf } from './facets/name.ts'
import type { Context, Refusal, Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** Triggers, and whether they fire. */
export const triggerRule: Rule = {
  kind: 'trigger',
  looksAtData: true,
  hasNoData: true,
  create: (trigger, { to }) =>
    isOnForeignTable(trigger, to) && (isSetOff(trigger) || textOf(trigger, 'comment') !== null)
      ? { refused: onlyItsOwner }
      : [
          statement({ verb: 'create', object: trigger.id }, define(textIn(trigger, 'definition'))),
          ...(isSetOff(trigger) ? [enable(trigger)] : []),
          ...createComment(trigger),
        ],
  drop: (trigger, context) => {
    if (!isOnForeignTable(trigger, context.from))
      return [statement({ verb: 'drop', object: trigger.id }, drop(addressOf(trigger)))]
    // It is dropped with its function, whose dependents are all dropped.
    return functionGoes(trigger, context) ? [] : { refused: onlyItsOwner }
  },
  alter: ({ to, attributes }, context) => {
    const redefined = attributes.some((name) => name !== 'enabled' && name !== 'comment')
    if (isOnForeignTable(to, context.to)) return alterOnForeignTable(to, attributes)
    if (redefined) return 'replace'
    return [
      ...(attributes.includes('enabled') ? [enable(to)] : []),
      ...(attributes.includes('comment') ? [writeComment(to)] : []),
    ]
  },
}

const onlyItsOwner =
  'only the owner of its table can drop, disable or comment on it. It is dropped with its function'

/** Whether a trigger of ours is on a table that is not. */
export function isOnForeignTable({ parent }: CatalogObject, { objects }: Catalog): boolean {
  return parent === null || !objects.has(parent)
}

/** The right TRIGGER on a table is enough to create and recreate a trigger. */
function alterOnForeignTable(
  trigger: CatalogObject,
  attributes: readonly string[],
): readonly Statement[] | Refusal {
  const definition = textIn(trigger, 'definition')
  if (attributes.some((name) => name === 'enabled' || name === 'comment'))
    return { refused: onlyItsOwner }
  if (definition.startsWith('CREATE CONSTRAINT')) return { refused: onlyItsOwner }
  return [statement({ verb: 'alter', object: trigger.id }, orReplace(define(definition)))]
}

function functionGoes(trigger: CatalogObject, { to }: Context): boolean {
  return !to.objects.has(idAt(trigger, 'function') ?? '')
}

function isSetOff(trigger: CatalogObject): boolean {
  return textIn(trigger, 'enabled') !== 'origin'
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
    { verb: 'alter', object: trigger.id },
    alter(`table ${parentNameOf(trigger)}`, `${verb} ${ownNameOf(trigger)}`),
    { attribute: 'enabled' },
  )
}
