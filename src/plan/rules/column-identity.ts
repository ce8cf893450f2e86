import type { CatalogObject, ObjectId, Value } from '../../model/catalog.ts'
import { isSameValue } from '../../model/compare-catalogs.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { flagOf, recordOf, textOf, spell } from '../../model/attribute.ts'
import type { Context } from '../rule.ts'
import { ofAttribute } from '../statement.ts'
import type { Statement } from '../statement.ts'
import { alterColumn } from './column-statement.ts'
import { isHandedBack, nameIdentityAside } from './handed-back.ts'
import { takeOver } from './handed-over.ts'
import { isStartOutside } from './sequence-bounds.ts'
import { goOnFromRows } from './sequence-position.ts'
import { identityText, sequenceName } from './column-text.ts'

/** Changes an identity's options: after the type has changed, which moves the bounds along. */
export function alterIdentity(change: Altered, context: Context): Statement[] {
  const { from, to } = change
  const [before, after] = [recordOf(from, 'identity'), recordOf(to, 'identity')]
  if (after === null) return []
  if (before === null) return prepareIdentity(change, context)
  const parts = changedOptions(before, after)
  if (parts.length === 0) return []
  const restart = isStartOutside(before, after)
  const value = `${parts.join(' set ')}${restart ? ' restart' : ''}`
  return [alterColumn(to, { part: 'set', value }), ...(restart ? goOnFromRows(to, context) : [])]
}

/** An identity needs a column that is never null, and has no default. */
function prepareIdentity({ from, to, attributes }: Altered, context: Context): Statement[] {
  // A new type takes it away before.
  const hadDefault = textOf(from, 'default') !== null && !attributes.includes('type')
  return [
    ...(hadDefault ? ofAttribute('default', [alterColumn(to, { part: 'drop default' })]) : []),
    ...(flagOf(from, 'notNull')
      ? []
      : ofAttribute('notNull', [alterColumn(to, { part: 'set not null' })])),
    ...(comesWithSequence(from) ? [] : addIdentity(to, context)),
  ]
}

/**
 * An identity is created and dropped with its sequence, so another sequence of that name is dropped before, or
 * created after. Not where the column was generated: it may be recreated, with all its attributes.
 */
function comesWithSequence(from: CatalogObject): boolean {
  return textOf(from, 'generated') === null
}

/** Adds the identity of a new sequence to a column that was there without one. */
export function identityOfSequence(id: ObjectId | null, context: Context): Statement[] {
  const [from, to] = [context.from.objects.get(id ?? ''), context.to.objects.get(id ?? '')]
  if (from === undefined || to === undefined || recordOf(from, 'identity') !== null) return []
  return comesWithSequence(from) ? addIdentity(to, context) : []
}

/** Takes an identity away from a column that stays. */
export function dropIdentity(id: ObjectId | null, context: Context): Statement[] {
  const column = context.to.objects.get(id ?? '')
  const before = context.from.objects.get(id ?? '')
  if (before !== undefined && isHandedBack(before, context))
    return nameIdentityAside(before, context)
  return column === undefined || recordOf(column, 'identity') !== null
    ? []
    : ofAttribute('identity', [alterColumn(column, { part: 'drop identity' })])
}

function addIdentity(to: CatalogObject, context: Context): Statement[] {
  const value = identityText(recordOf(to, 'identity') ?? {}, sequenceName(to, context.to))
  return [
    alterColumn(to, { part: 'add', value }, { attribute: 'identity' }),
    ...takeOver(to, context),
    ...goOnFromRows(to, context),
  ]
}

const words: Readonly<Record<string, string>> = {
  start: 'start with',
  increment: 'increment by',
  min: 'minvalue',
  max: 'maxvalue',
  cache: 'cache',
}

function changedOptions(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): string[] {
  return Object.keys(after).flatMap((name) => {
    if (isSameValue(before[name], after[name]) || followsType(name, before, after)) return []
    if (name === 'always') return [`generated ${after[name] === true ? 'always' : 'by default'}`]
    if (name === 'cycle') return [after[name] === true ? 'cycle' : 'no cycle']
    return words[name] === undefined ? [] : [`${words[name]} ${spell(after[name])}`]
  })
}

function followsType(
  name: string,
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): boolean {
  return name === 'max' && before['maxIsDefault'] === true && after['maxIsDefault'] === true
}
