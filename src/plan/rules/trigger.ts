import { attachedTo, idAt } from '../../model/object-id.ts'
import type { Catalog, CatalogObject } from '../../model/catalog.ts'
import { objectsOfKind } from '../../model/catalog.ts'
import { isSameValue } from '../../model/compare-catalogs.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { moves } from './attached/partitions.ts'
import { alter, define, drop, orReplace } from '../action.ts'
import { textIn, textOf } from '../../model/attribute.ts'
import { createComment, writeComment } from './facets/comment.ts'
import { addressOf, ownNameOf, parentTableAddress } from './facets/name.ts'
import type { Context, Refusal, Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** Triggers, and whether they fire. */
export const triggerRule: Rule = {
  kind: 'trigger',
  looksAtData: true,
  hasNoData: true,
  create: (trigger, context) =>
    attachedTo(trigger) !== null
      ? [...enableAttached(trigger, context), ...createComment(trigger)]
      : createItself(trigger, context),
  drop: (trigger, context) => {
    if (attachedTo(trigger) !== null) return []
    if (!isOnForeignTable(trigger, context.from))
      return [statement({ verb: 'drop', object: trigger.id }, drop(addressOf(trigger)))]
    // It is dropped with its function, whose dependents are all dropped.
    return functionGoes(trigger, context) ? [] : { refused: onlyItsOwner }
  },
  alter: (change, context) => {
    const { to, attributes } = change
    if (isOnForeignTable(to, context.to)) return alterOnForeignTable(to, attributes)
    return mustGo(change, context) ? 'replace' : alterItself(change, context)
  },
}

/** Whether it comes or goes with that of another table, or no statement replaces it. */
function mustGo({ from, to, attributes }: Altered, context: Context): boolean {
  if (attributes.includes('attachedTo')) return true
  if (attachedTo(to) !== null && moves(to.parent, context)) return true
  return isRedefined(attributes) && [from, to].some(isConstraint)
}

function isRedefined(attributes: readonly string[]): boolean {
  return attributes.some((name) => name !== 'enabled' && name !== 'comment')
}

function alterItself(change: Altered, context: Context): Statement[] {
  const { to, attributes } = change
  const enables = attributes.includes('enabled') ? enableAnew(change, context) : []
  return [
    ...(isRedefined(attributes) ? replaceOne(to, context) : enables),
    ...(attributes.includes('comment') ? [writeComment(to)] : []),
  ]
}

/** One that is replaced fires as a new one does. One that follows another one is replaced with that. */
function replaceOne(trigger: CatalogObject, context: Context): Statement[] {
  if (attachedTo(trigger) !== null) return enableAttached(trigger, context)
  const enabling = isSetOff(trigger) ? [enable(trigger, !isEnabledAlike(trigger, context))] : []
  return [redefine(trigger), ...enabling]
}

function createItself(trigger: CatalogObject, context: Context): readonly Statement[] | Refusal {
  const isForeign = isOnForeignTable(trigger, context.to)
  if (isForeign && (isSetOff(trigger) || textOf(trigger, 'comment') !== null))
    return { refused: onlyItsOwner }
  return [
    statement({ verb: 'create', object: trigger.id }, define(textIn(trigger, 'definition'))),
    ...(isSetOff(trigger) ? [enable(trigger, !isEnabledAlike(trigger, context))] : []),
    ...createComment(trigger),
  ]
}

/** Whether all partitions have a trigger in the state of that of their partitioned table, which is set at once. */
export function isEnabledAlike(trigger: CatalogObject, { to }: Context): boolean {
  return objectsOfKind(to, 'trigger')
    .filter((each) => attachedTo(each) === trigger.id)
    .every((each) => textIn(each, 'enabled') === textIn(trigger, 'enabled'))
}

/** One of a partition comes in the state in which that of the partitioned table is at that time. */
function enableAttached(trigger: CatalogObject, context: Context): Statement[] {
  const above = context.to.objects.get(attachedTo(trigger) ?? '')
  if (above === undefined) return []
  const wanted = textIn(trigger, 'enabled')
  const before = context.from.objects.get(above.id)
  const isThere = before !== undefined && isSameValue(before.attributes, above.attributes)
  const comes = isThere || isEnabledAlike(above, context) ? textIn(above, 'enabled') : 'origin'
  return comes === wanted ? [] : [enable(trigger)]
}

function enableAnew({ from, to }: Altered, context: Context): Statement[] {
  const id = attachedTo(to)
  const [before, after] = [context.from, context.to].map(({ objects }) => objects.get(id ?? ''))
  const isDone =
    attachedTo(from) === id &&
    before !== undefined &&
    after !== undefined &&
    textIn(before, 'enabled') !== textIn(after, 'enabled') &&
    isEnabledAlike(after, context)
  return isDone ? [] : [enable(to, !isEnabledAlike(to, context))]
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
  if (attributes.some((name) => name === 'enabled' || name === 'comment'))
    return { refused: onlyItsOwner }
  return isConstraint(trigger) ? { refused: onlyItsOwner } : [redefine(trigger)]
}

function redefine(trigger: CatalogObject): Statement {
  return statement(
    { verb: 'alter', object: trigger.id },
    orReplace(define(textIn(trigger, 'definition'))),
    { attribute: 'definition' },
  )
}

/** PostgreSQL replaces no such trigger (manual, CREATE TRIGGER). */
function isConstraint(trigger: CatalogObject): boolean {
  return textIn(trigger, 'definition').startsWith('CREATE CONSTRAINT')
}

function functionGoes(trigger: CatalogObject, { to }: Context): boolean {
  return !to.objects.has(idAt(trigger, 'function') ?? '')
}

function isSetOff(trigger: CatalogObject): boolean {
  return textIn(trigger, 'enabled') !== 'origin'
}

function enable(trigger: CatalogObject, only = false): Statement {
  const verbs: Readonly<Record<string, string>> = {
    origin: 'enable trigger',
    disabled: 'disable trigger',
    replica: 'enable replica trigger',
    always: 'enable always trigger',
  }
  const verb = verbs[textIn(trigger, 'enabled')] ?? 'enable trigger'
  return statement(
    { verb: 'alter', object: trigger.id },
    alter(parentTableAddress(trigger, only), `${verb} ${ownNameOf(trigger)}`),
    { attribute: 'enabled' },
  )
}
