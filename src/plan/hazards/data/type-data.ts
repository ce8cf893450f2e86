import { isSameValue } from '../../../model/compare-catalogs.ts'
import { flagOf, recordsOf, spell, textIn, textsOf } from '../../../model/attribute.ts'
import { nameOf } from '../../../model/object-id.ts'
import { conversionOf } from './conversion-risks.ts'
import type { Risk } from '../hazard.ts'
import { bothOf, isRecreated, risk } from '../object-step.ts'
import type { Both, ObjectStep } from '../object-step.ts'
import { comparesOtherwise } from './compared-values.ts'
import { columnsOfType } from './type-users.ts'

/** A domain that is recreated is another one, and its values are checked. */
export function domainRisks(step: ObjectStep): Risk[] {
  const { verb, attribute, after, id, from } = step
  const isSet =
    verb === 'alter' && attribute === 'notNull' && after !== undefined && flagOf(after, 'notNull')
  const narrows = verb === 'create' && isRecreated(step)
  return isSet || narrows
    ? columnsOfType(id, from).flatMap((table) => risk('fails_on_rows', table))
    : []
}

/** Values of a label that goes have no place in the new type. */
export function enumRisks(step: ObjectStep): Risk[] {
  const both = bothOf(step)
  if (step.verb !== 'create' || both === undefined) return []
  const [old, fresh] = [textsOf(both.before, 'labels'), textsOf(both.after, 'labels')]
  return old.every((label) => fresh.includes(label))
    ? []
    : columnsOfType(step.id, step.from).flatMap((table) => risk('fails_on_rows', table))
}

/** Bounds are read again as values of the new subtype; in another order the lower one may come last. */
export function rangeRisks(step: ObjectStep): Risk[] {
  const both = bothOf(step)
  const tables = columnsOfType(step.id, step.from)
  if (step.verb !== 'create' || both === undefined || tables.length === 0) return []
  const { before, after } = both
  const [old, fresh] = [textIn(before, 'subtype'), textIn(after, 'subtype')]
  const { fails, loses } = conversionOf(old, fresh)
  return [
    ...(loses ? risk('data_loss', nameOf(step.id)) : []),
    ...(fails || isReordered(step, both)
      ? tables.flatMap((table) => risk('fails_on_rows', table))
      : []),
  ]
}

function isReordered(step: ObjectStep, { before, after }: Both): boolean {
  const differs = (name: string): boolean =>
    !isSameValue(before.attributes[name], after.attributes[name])
  return (
    !differs('subtype') &&
    (comparesOtherwise(step) || ['operatorClass', 'collation', 'canonical'].some(differs))
  )
}

/** Values of a field that goes are lost; those of another type may not fit. */
export function compositeRisks(step: ObjectStep): Risk[] {
  const both = bothOf(step)
  if (both === undefined || (step.verb !== 'create' && step.attribute !== 'fields')) return []
  const tables = columnsOfType(step.id, step.from)
  return tables.length === 0 ? [] : fieldRisks(both, tables)
}

function fieldRisks({ before, after }: Both, tables: readonly string[]): Risk[] {
  const fresh = new Map(
    recordsOf(after, 'fields').map(({ name, type }) => [spell(name), spell(type)]),
  )
  return recordsOf(before, 'fields').flatMap(({ name, type }) => {
    const lost = risk('data_loss', `column ${nameOf(before.id)}.${spell(name)}`)
    const next = fresh.get(spell(name))
    if (next === undefined) return lost
    const { fails, loses } = conversionOf(spell(type), next)
    return [
      ...(loses ? lost : []),
      ...(fails ? tables.flatMap((table) => risk('fails_on_rows', table)) : []),
    ]
  })
}
