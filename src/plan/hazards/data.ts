import { flagOf } from '../attribute.ts'
import { nameOf } from '../../model/object-id.ts'
import { columnRisks } from './column-data.ts'
import { constraintRisks, domainConstraintRisks, indexRisks } from './constraint-data.ts'
import type { Risk } from './hazard.ts'
import { bothOf, risk } from './object-step.ts'
import type { FindRisks, ObjectStep } from './object-step.ts'
import { identityRisks, sequenceRisks } from './sequence-data.ts'
import { compositeRisks, domainRisks, enumRisks, rangeRisks } from './type-data.ts'

/** What becomes of rows and values, and which rows a statement refuses. Nothing is said of tables that the plan creates. */
export const dataRisks: FindRisks = (step) => byKind[step.kind]?.(step) ?? []

const byKind: Readonly<Record<string, FindRisks>> = {
  column: columnRisks,
  composite: compositeRisks,
  constraint: constraintRisks,
  domain: domainRisks,
  domainConstraint: domainConstraintRisks,
  enum: enumRisks,
  identitySequence: identityRisks,
  index: indexRisks,
  materializedView: materializedViewRisks,
  range: rangeRisks,
  sequence: sequenceRisks,
  table: tableRisks,
}

function tableRisks(step: ObjectStep): Risk[] {
  const { verb, attribute, id } = step
  if (verb === 'drop') return risk('data_loss', nameOf(id))
  // Rows that lie outside the bound of the partition.
  return verb === 'alter' && attribute === 'attach' && bothOf(step) !== undefined
    ? risk('fails_on_rows', nameOf(id))
    : []
}

function materializedViewRisks({ verb, after, id }: ObjectStep): Risk[] {
  return verb === 'create' && after !== undefined && !flagOf(after, 'populated')
    ? risk('needs_refresh', nameOf(id))
    : []
}
