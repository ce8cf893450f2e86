import type { CatalogObject } from '../../../model/catalog.ts'
import { isSameValue } from '../../../model/compare-catalogs.ts'
import { neededBy } from '../../../model/needs.ts'
import { isOfForeignTable } from '../../../model/parent-tables.ts'
import { flagOf, textIn } from '../../../model/attribute.ts'
import { parentNameOf } from '../../rules/facets/name.ts'
import type { Risk } from '../hazard.ts'
import { comparesOtherwise } from './compared-values.ts'
import { risk } from '../object-step.ts'
import type { ObjectStep } from '../object-step.ts'
import { isHeldByColumn } from './null-values.ts'
import { columnsOfType } from './type-users.ts'

/** The rows that a constraint of a table refuses when it is added or validated. */
export function constraintRisks(step: ObjectStep): Risk[] {
  const { after, from } = step
  if (after === undefined || !from.objects.has(after.parent ?? '')) return []
  if (meetsNoRow(after, step)) return []
  return isAdded(step, after) || isValidated(step) ? risk('fails_on_rows', parentNameOf(after)) : []
}

/** Whether no row can break it, or none is looked at. */
function meetsNoRow(constraint: CatalogObject, step: ObjectStep): boolean {
  return (
    isOfForeignTable(constraint) ||
    isOfNewColumns(constraint, step) ||
    isHeldByColumn(constraint, step)
  )
}

/** A check of columns that the plan adds without a value: every row has NULL there, which a check lets pass. */
function isOfNewColumns(constraint: CatalogObject, { from, to }: ObjectStep): boolean {
  const columns = neededBy(to, constraint.id).flatMap((id) => to.objects.get(id) ?? [])
  const isNew = ({ kind, id, attributes }: CatalogObject): boolean =>
    kind === 'column' && !from.objects.has(id) && (attributes['default'] ?? null) === null
  const own = columns.filter(({ kind }) => kind === 'column')
  return textIn(constraint, 'type') === 'check' && own.length > 0 && own.every(isNew)
}

function isAdded(step: ObjectStep, after: CatalogObject): boolean {
  // Only checks and foreign keys may be there without holding for all rows.
  const isChecked =
    flagOf(after, 'validated') || !['check', 'foreign'].includes(textIn(after, 'type'))
  return step.verb === 'create' && isChecked && !isSameRule(step, after)
}

function isValidated({ verb, attribute }: ObjectStep): boolean {
  return verb === 'alter' && attribute === 'validated'
}

/** A constraint or an index that comes back as it was holds for all rows that it held for. */
function isSameRule(step: ObjectStep, after: CatalogObject): boolean {
  const { before } = step
  if (before === undefined || comparesOtherwise(step)) return false
  return ['type', 'definition', 'validated'].every((name) =>
    isSameValue(before.attributes[name], after.attributes[name]),
  )
}

/** The rows that a unique index refuses. */
export function indexRisks(step: ObjectStep): Risk[] {
  const { verb, after, from } = step
  if (verb !== 'create' || after === undefined || !from.objects.has(after.parent ?? '')) return []
  return textIn(after, 'definition').startsWith('CREATE UNIQUE ') && !isSameRule(step, after)
    ? risk('fails_on_rows', parentNameOf(after))
    : []
}

/** The rows of all tables with values of a domain that its new check refuses. */
export function domainConstraintRisks(step: ObjectStep): Risk[] {
  const { verb, after, from } = step
  if (verb !== 'create' || after === undefined || !flagOf(after, 'validated')) return []
  return isSameRule(step, after)
    ? []
    : columnsOfType(after.parent, from).flatMap((table) => risk('fails_on_rows', table))
}
