import type { CatalogObject } from '../../model/catalog.ts'
import { isSameValue } from '../../model/diff.ts'
import { flagOf, recordOf, recordsOf, spell, textIn, textOf, textsOf } from '../attribute.ts'
import { nameOf, parentNameOf } from '../name.ts'
import { isStartOutside } from '../rules/sequence-bounds.ts'
import type { Risk } from './hazard.ts'
import { isDropped, isRecreated, risk, spokenName } from './object-step.ts'
import type { FindRisks, ObjectStep } from './object-step.ts'
import { conversionOf } from './conversion.ts'
import { columnsOfType } from './type-users.ts'

/** What becomes of rows and values, and which rows a statement refuses. Nothing is said of tables that the plan creates. */
export const dataRisks: FindRisks = (step) => byKind[step.kind]?.(step) ?? []

const byKind: Readonly<Record<string, (step: ObjectStep) => Risk[]>> = {
  column: columnRisks,
  composite: compositeRisks,
  constraint: constraintRisks,
  domain: domainRisks,
  domainConstraint: domainConstraintRisks,
  enum: enumRisks,
  identitySequence: identityRisks,
  index: indexRisks,
  materializedView: ({ verb, after, id }) =>
    verb === 'create' && after !== undefined && !flagOf(after, 'populated')
      ? risk('needs_refresh', nameOf(id))
      : [],
  sequence: sequenceRisks,
  table: tableRisks,
}

function tableRisks(step: ObjectStep): Risk[] {
  const { verb, attribute, before, after, id } = step
  if (verb === 'drop') return risk('data_loss', nameOf(id))
  // Rows that lie outside the bound of the partition.
  const isThere = before !== undefined && after !== undefined
  return verb === 'alter' && attribute === 'attach' && isThere
    ? risk('fails_on_rows', nameOf(id))
    : []
}

function columnRisks(step: ObjectStep): Risk[] {
  const { verb, attribute, before, after, from } = step
  const column = after ?? before
  if (column === undefined || !from.objects.has(column.parent ?? '')) return []
  if (verb === 'create') return after === undefined ? [] : newColumnRisks(after)
  if (verb === 'drop') return isComputed(column) ? [] : risk('data_loss', spokenName(column.id))
  if (verb !== 'alter' || after === undefined) return []
  if (attribute === 'type') return before === undefined ? [] : typeRisks(before, after, step)
  if (attribute === 'notNull' || attribute === 'notNullValidated') return notNullRisks(step, after)
  return attribute === 'identity' ? restartRisks(before, after) : []
}

/** Rows that are there have no value for a column that must have one. */
function newColumnRisks(column: CatalogObject): Risk[] {
  const { notNullValidated, identity } = column.attributes
  const needsValue =
    flagOf(column, 'notNull') &&
    notNullValidated !== false &&
    textOf(column, 'default') === null &&
    (identity ?? null) === null
  return needsValue ? risk('needs_empty_table', parentNameOf(column)) : []
}

function isComputed(column: CatalogObject): boolean {
  return textOf(column, 'generated') !== null
}

function typeRisks(
  before: CatalogObject,
  after: CatalogObject,
  { conversions }: ObjectStep,
): Risk[] {
  // Computed values are computed again.
  if (isComputed(before) && isComputed(after)) return []
  const said = conversions?.get(after.id) ?? 'anew'
  const { fails, loses } = conversionOf(textIn(before, 'type'), textIn(after, 'type'))
  return [
    // What an expression makes of values is its author's to know.
    ...(loses || said !== 'anew' ? risk('data_loss', spokenName(after.id)) : []),
    ...(fails ? risk('fails_on_rows', parentNameOf(after)) : []),
  ]
}

function notNullRisks({ attribute }: ObjectStep, after: CatalogObject): Risk[] {
  const validates = flagOf(after, 'notNull') && after.attributes['notNullValidated'] !== false
  return validates || attribute === 'notNullValidated'
    ? risk('fails_on_rows', parentNameOf(after))
    : []
}

function restartRisks(before: CatalogObject | undefined, after: CatalogObject): Risk[] {
  const [old, fresh] = [before, after].map((column) =>
    column === undefined ? null : recordOf(column, 'identity'),
  )
  if (old === undefined || fresh === undefined || old === null || fresh === null) return []
  return isStartOutside(old, fresh) ? risk('renumbers', spokenName(after.id)) : []
}

function constraintRisks(step: ObjectStep): Risk[] {
  const { verb, attribute, before, after, from } = step
  if (after === undefined || !from.objects.has(after.parent ?? '')) return []
  const isChecked =
    flagOf(after, 'validated') || !['check', 'foreign'].includes(textIn(after, 'type'))
  const comes = verb === 'create' && isChecked && !isSameRule(before, after)
  const validates = verb === 'alter' && attribute === 'validated'
  return comes || validates ? risk('fails_on_rows', parentNameOf(after)) : []
}

/** A constraint that comes back as it was holds for all rows that it held for. */
function isSameRule(before: CatalogObject | undefined, after: CatalogObject): boolean {
  if (before === undefined) return false
  return (['type', 'definition', 'validated'] as const).every((name) =>
    isSameValue(before.attributes[name], after.attributes[name]),
  )
}

function indexRisks({ verb, before, after, from }: ObjectStep): Risk[] {
  if (verb !== 'create' || after === undefined || !from.objects.has(after.parent ?? '')) return []
  const definition = textIn(after, 'definition')
  const isSame = before !== undefined && textIn(before, 'definition') === definition
  return definition.startsWith('CREATE UNIQUE ') && !isSame
    ? risk('fails_on_rows', parentNameOf(after))
    : []
}

function domainRisks(step: ObjectStep): Risk[] {
  const { verb, attribute, after, id } = step
  const sets = verb === 'alter' && attribute === 'notNull' && after !== undefined
  const narrows = verb === 'create' && isRecreated(step)
  if (!narrows && !(sets && flagOf(after, 'notNull'))) return []
  return columnsOfType(id, step.from).map((table) => ({ hazard: 'fails_on_rows', what: table }))
}

function domainConstraintRisks({ verb, before, after, from }: ObjectStep): Risk[] {
  if (verb !== 'create' || after === undefined || !flagOf(after, 'validated')) return []
  if (isSameRule(before, after)) return []
  return columnsOfType(after.parent ?? '', from).map((table) => ({
    hazard: 'fails_on_rows',
    what: table,
  }))
}

/** Values of a label that goes have no place in the new type. */
function enumRisks(step: ObjectStep): Risk[] {
  const { verb, before, after, id, from } = step
  if (verb !== 'create' || before === undefined || after === undefined) return []
  const labels = textsOf(after, 'labels')
  return textsOf(before, 'labels').every((label) => labels.includes(label))
    ? []
    : columnsOfType(id, from).map((table) => ({ hazard: 'fails_on_rows', what: table }))
}

/** Values of a field that goes are lost; those of another type may not fit. */
function compositeRisks(step: ObjectStep): Risk[] {
  const { verb, attribute, before, after, from, id } = step
  if (before === undefined || after === undefined) return []
  if (verb !== 'create' && attribute !== 'fields') return []
  const tables = columnsOfType(id, from)
  if (tables.length === 0) return []
  const fresh = new Map(
    recordsOf(after, 'fields').map(({ name, type }) => [spell(name), spell(type)]),
  )
  const risks = recordsOf(before, 'fields').flatMap(({ name, type }) => {
    const next = fresh.get(spell(name))
    if (next === undefined) return risk('data_loss', `column ${nameOf(id)}.${spell(name)}`)
    const { fails, loses } = conversionOf(spell(type), next)
    return [
      ...(loses ? risk('data_loss', `column ${nameOf(id)}.${spell(name)}`) : []),
      ...(fails ? tables.flatMap((table) => risk('fails_on_rows', table)) : []),
    ]
  })
  return risks
}

function sequenceRisks(step: ObjectStep): Risk[] {
  const { verb, attribute, before, after, id } = step
  if (isDropped(step)) return risk('data_loss', `the position of sequence ${nameOf(id)}`)
  if (before === undefined || after === undefined) return []
  const restarts = verb === 'alter' && attribute === 'numbers'
  return verb === 'create' || (restarts && isStartOutside(before.attributes, after.attributes))
    ? risk('renumbers', nameOf(id))
    : []
}

/** An identity that is dropped and added again begins at its start. */
function identityRisks(step: ObjectStep): Risk[] {
  const { verb, before, after, id } = step
  return verb === 'create' && before !== undefined && after !== undefined
    ? risk('renumbers', nameOf(id))
    : []
}
