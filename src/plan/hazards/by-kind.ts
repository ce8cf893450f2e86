import { isPlannedKind } from '../../model/kind.ts'
import type { PlannedKind } from '../../model/kind.ts'
import {
  lostLabels,
  otherBase,
  otherColumns,
  otherFields,
  otherSignature,
  retyped,
} from './client-changes.ts'
import { functionResultRisks, viewResultRisks } from './data/computed-values.ts'
import { columnRisks } from './data/column-data.ts'
import { constraintRisks, domainConstraintRisks, indexRisks } from './data/constraint-data.ts'
import type { FindRisks } from './object-step.ts'
import { policyRisks } from './access/policy-risks.ts'
import { definerRisks, rowSecurityRisks, viewRisks } from './access/privileged.ts'
import {
  memberRisks,
  newTableRisks,
  publicationItself,
  schemaRisks,
} from './access/publication-risks.ts'
import { secretRisks } from './data/secret-options.ts'
import { identityRisks, sequenceRisks } from './data/sequence-data.ts'
import { materializedViewRisks, tableRisks } from './table-data.ts'
import { configurationRisks, dictionaryRisks } from './data/text-search-data.ts'
import { castRisks } from './statements/cast-risks.ts'
import {
  operatorClassRisks,
  operatorFamilyRisks,
  operatorRisks,
  supportFunctionRisks,
} from './statements/operator-risks.ts'
import { eventTriggerRisks } from './statements/event-trigger-risks.ts'
import { subscriptionRisks } from './data/subscription-data.ts'
import { compositeRisks, domainRisks, enumRisks, rangeRisks } from './data/type-data.ts'

/** What hazards of one kind alone are about. */
interface KindRisks {
  /** What becomes of rows and values, and which rows a statement refuses. */
  readonly data?: FindRisks
  /** Who sees which rows. */
  readonly policies?: FindRisks
  /** What runs or is read with somebody else's rights, and whose rights those are. */
  readonly privileged?: FindRisks
  /** What subscribers of a publication get. */
  readonly subscribers?: FindRisks
  /** What statements do that do not name it. */
  readonly statements?: FindRisks
  /** What clients name or call and is something else afterwards; drops and renames are told for all kinds alike. */
  readonly clients?: FindRisks
}

/** What stays as a function has made it. */
const functionRisks: FindRisks = (step) => [
  ...supportFunctionRisks(step),
  ...functionResultRisks(step),
]

/** The hazards that only some kinds have; a kind without an entry has none. */
const byKind: Readonly<Partial<Record<PlannedKind, KindRisks>>> = {
  cast: { statements: castRisks },
  column: { data: columnRisks, clients: retyped },
  composite: { data: compositeRisks, clients: otherFields },
  constraint: { data: constraintRisks },
  domain: { data: domainRisks, clients: otherBase },
  domainConstraint: { data: domainConstraintRisks },
  enum: { data: enumRisks, clients: lostLabels },
  eventTrigger: { statements: eventTriggerRisks },
  foreignDataWrapper: { data: secretRisks },
  foreignServer: { data: secretRisks },
  foreignTable: { data: secretRisks },
  function: { data: functionRisks, privileged: definerRisks, clients: otherSignature },
  identitySequence: { data: identityRisks },
  index: { data: indexRisks },
  materializedView: { data: materializedViewRisks, privileged: viewRisks, clients: otherColumns },
  operator: { statements: operatorRisks },
  operatorClass: { statements: operatorClassRisks },
  operatorFamily: { statements: operatorFamilyRisks },
  policy: { policies: policyRisks },
  procedure: { privileged: definerRisks, clients: otherSignature },
  publication: { subscribers: publicationItself },
  publicationMember: { subscribers: memberRisks },
  publicationSchema: { subscribers: schemaRisks },
  range: { data: rangeRisks, clients: otherBase },
  sequence: { data: sequenceRisks },
  subscription: { data: subscriptionRisks },
  table: { data: tableRisks, privileged: rowSecurityRisks, subscribers: newTableRisks },
  textSearchConfiguration: { data: configurationRisks },
  textSearchDictionary: { data: dictionaryRisks },
  userMapping: { data: secretRisks },
  view: { data: viewResultRisks, privileged: viewRisks, clients: otherColumns },
}

/** The kinds that have specific hazards. */
export const kindsWithHazards: readonly string[] = Object.keys(byKind)

/** Finds hazards of one subject by the kind of the object. */
export function risksOfKind(subject: keyof KindRisks): FindRisks {
  return (step) => {
    const { kind } = step
    if (kind === undefined || !isPlannedKind(kind)) return []
    return byKind[kind]?.[subject]?.(step) ?? []
  }
}
