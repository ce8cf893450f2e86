import type { CatalogObject } from '../../model/catalog.ts'
import { isSameValue } from '../../model/compare-catalogs.ts'
import { splitAtCommas } from '../../sql/scan/lowercase.ts'
import { recordsOf, spell, textIn, textOf, textsOf } from '../../model/attribute.ts'
import { nameOf } from '../../model/object-id.ts'
import { conversionOf } from './data/conversion-risks.ts'
import type { Risk } from './hazard.ts'
import { isRecreated, risk, spokenName } from './object-step.ts'
import type { ObjectStep } from './object-step.ts'

/** A computed column may be dropped and added with another type. */
export function retyped(step: ObjectStep): Risk[] {
  const isRetyped = step.verb === 'create' || (step.verb === 'alter' && step.attribute === 'type')
  return isRetyped ? otherType(step, 'type') : []
}

/** A domain or range over another type is recreated: its values are of that type in every column. */
export function otherBase(step: ObjectStep): Risk[] {
  return step.verb === 'create' ? otherType(step, step.kind === 'range' ? 'subtype' : 'type') : []
}

function otherType({ id, before, after }: ObjectStep, attribute: string): Risk[] {
  if (before === undefined || after === undefined) return []
  const [old, fresh] = [textIn(before, attribute), textIn(after, attribute)]
  return old === fresh || isSameToClients(old, fresh)
    ? []
    : risk('breaks_clients', `${spokenName(id)} is now ${fresh}`)
}

/** Types of which a client sees no difference: the same one with more room, or one text for another. */
function isSameToClients(old: string, fresh: string): boolean {
  const [before, after] = [old, fresh].map((type) => type.replace(/\(.*?\)/, ''))
  const isAlike = before === after || (isText(before) && isText(after))
  const { fails, loses, keepsText } = conversionOf(old, fresh)
  return isAlike && !fails && !loses && keepsText
}

function isText(type: string | undefined): boolean {
  return type === 'text' || type === 'character varying'
}

/** Fields of a composite type that are others, or in other places. */
export function otherFields(step: ObjectStep): Risk[] {
  const { verb, attribute, before, after, id } = step
  if (before === undefined || after === undefined) return []
  if (verb !== 'create' && attribute !== 'fields') return []
  const [old, fresh] = [fieldsOf(before, 'fields'), fieldsOf(after, 'fields')]
  return old.every((field, at) => isSameValue(field, fresh[at]))
    ? []
    : risk('breaks_clients', `${nameOf(id)} has other fields`)
}

function fieldsOf(object: CatalogObject, attribute: string): (readonly string[])[] {
  return recordsOf(object, attribute).map(({ name, type }) => [spell(name), spell(type)])
}

/** Labels that an enum no longer has. */
export function lostLabels(step: ObjectStep): Risk[] {
  const { verb, before, after, id } = step
  if (verb !== 'create' || before === undefined || after === undefined) return []
  const kept = textsOf(after, 'labels')
  const gone = textsOf(before, 'labels').filter((label) => !kept.includes(label))
  return gone.length === 0
    ? []
    : risk('breaks_clients', `${nameOf(id)} no longer has ${gone.join(', ')}`)
}

/** A routine is recreated where CREATE OR REPLACE cannot change it: its result, its parameters' names and defaults. */
export function otherSignature(step: ObjectStep): Risk[] {
  const { verb, before, after, id } = step
  if (verb !== 'create' || !isRecreated(step)) return []
  const differs = ['result', 'kind'].some(
    (name) => !isSameValue(before?.attributes[name], after?.attributes[name]),
  )
  return differs || !takesOldCalls(argumentsOf(before), argumentsOf(after))
    ? risk('breaks_clients', `${nameOf(id)} has another result or other parameters`)
    : []
}

/** The parameters of a routine as PostgreSQL prints them, each with its default. */
function argumentsOf(routine: CatalogObject | undefined): string[] {
  const text = routine === undefined ? '' : (textOf(routine, 'arguments') ?? '')
  return splitAtCommas(text)
}

/** Whether every call that the old parameters take is one that the new ones take: more may have a default, and another one. */
function takesOldCalls(before: readonly string[], after: readonly string[]): boolean {
  return (
    before.length === after.length &&
    before.every((old, at) => {
      const fresh = after[at] ?? ''
      const hasLost = defaultText.test(old) && !defaultText.test(fresh)
      return !hasLost && old.replace(defaultText, '') === fresh.replace(defaultText, '')
    })
  )
}

const defaultText = / DEFAULT .*$/s

/** Columns that come last break nobody. */
export function otherColumns(step: ObjectStep): Risk[] {
  const { verb, attribute, before, after, id } = step
  if (before === undefined || after === undefined) return []
  if (verb !== 'create' && attribute !== 'definition') return []
  const [old, fresh] = [fieldsOf(before, 'columns'), fieldsOf(after, 'columns')]
  return old.every((column, at) => isSameValue(column, fresh[at]))
    ? []
    : risk('breaks_clients', `${nameOf(id)} has other columns`)
}
