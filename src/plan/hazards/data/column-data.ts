import type { CatalogObject } from '../../../model/catalog.ts'
import { recordOf, textIn, textOf } from '../../../model/attribute.ts'
import { isOfForeignTable } from '../../../model/parent-tables.ts'
import { parentNameOf } from '../../rules/facets/name.ts'
import { isStartOutside } from '../../rules/sequence-bounds.ts'
import { lacksValue, mayHoldNulls } from './null-values.ts'
import { conversionOf } from './conversion-risks.ts'
import type { Risk } from '../hazard.ts'
import { bothOf, risk, spokenName } from '../object-step.ts'
import type { Both, ObjectStep } from '../object-step.ts'

/** What becomes of the values of a column, and which rows refuse its change. */
export function columnRisks(step: ObjectStep): Risk[] {
  const column = step.after ?? step.before
  if (column === undefined || !step.from.objects.has(column.parent ?? '')) return []
  const risks = byVerb[step.verb]?.(step) ?? []
  // Values that are elsewhere are neither lost nor looked at.
  return isOfForeignTable(column) ? risks.filter(({ hazard }) => hazard === 'renumbers') : risks
}

const byVerb: Readonly<Record<string, (step: ObjectStep) => Risk[]>> = {
  create: ({ after }) => (after === undefined ? [] : newColumnRisks(after)),
  drop: ({ before, after }) => (before === undefined ? [] : droppedRisks(before, after)),
  alter: (step) => byAttribute[step.attribute ?? '']?.(step) ?? [],
}

const byAttribute: Readonly<Record<string, (step: ObjectStep) => Risk[]>> = {
  type: (step) => ofBoth(step, typeRisks),
  identity: (step) => ofBoth(step, restartRisks),
  notNull: (step) =>
    step.after !== undefined && mayHoldNulls(step)
      ? risk('fails_on_rows', parentNameOf(step.after))
      : [],
  notNullValidated: ({ after }) =>
    after === undefined ? [] : risk('fails_on_rows', parentNameOf(after)),
}

function ofBoth(step: ObjectStep, find: (both: Both, step: ObjectStep) => Risk[]): Risk[] {
  const both = bothOf(step)
  return both === undefined ? [] : find(both, step)
}

function newColumnRisks(column: CatalogObject): Risk[] {
  return lacksValue(column) ? risk('needs_empty_table', parentNameOf(column)) : []
}

/** Computed values are computed again; those that somebody wrote are not, whatever comes in their place. */
function droppedRisks(before: CatalogObject, after: CatalogObject | undefined): Risk[] {
  const isComputedAgain = isComputed(before) && (after === undefined || isComputed(after))
  return isComputedAgain ? [] : risk('data_loss', spokenName(before.id))
}

function isComputed(column: CatalogObject): boolean {
  return textOf(column, 'generated') !== null
}

function typeRisks({ before, after }: Both, { conversions }: ObjectStep): Risk[] {
  // Computed values are computed again.
  if (isComputed(before) && isComputed(after)) return []
  const said = conversions?.get(after.id) ?? 'recreate'
  const { fails, loses } = conversionOf(textIn(before, 'type'), textIn(after, 'type'))
  return [
    // What an expression makes of values is its author's to know.
    ...(loses || said !== 'recreate' ? risk('data_loss', spokenName(after.id)) : []),
    ...(fails ? risk('fails_on_rows', parentNameOf(after)) : []),
  ]
}

/** An identity whose new bounds exclude its start is restarted. */
function restartRisks({ before, after }: Both): Risk[] {
  const [old, fresh] = [recordOf(before, 'identity'), recordOf(after, 'identity')]
  return old !== null && fresh !== null && isStartOutside(old, fresh)
    ? risk('renumbers', spokenName(after.id))
    : []
}
