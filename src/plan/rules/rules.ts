import type { Rules } from '../decide.ts'
import { columnRule } from './column.ts'
import { constraintRule, domainConstraintRule } from './constraint.ts'
import { defaultPrivilegesRule } from './default-privileges.ts'
import { domainRule } from './domain.ts'
import { enumRule } from './enum.ts'
import { identitySequenceRule } from './identity-sequence.ts'
import { indexRule } from './index-rule.ts'
import { policyRule } from './policy.ts'
import { publicationMemberRule } from './publication-member.ts'
import { functionRule, procedureRule } from './routine.ts'
import { schemaRule } from './schema.ts'
import { sequenceRule } from './sequence.ts'
import { tableRule } from './table.ts'
import { triggerRule } from './trigger.ts'
import { materializedViewRule, viewRule } from './view.ts'

/** Every rule, by the kind that it is for. What differs in a kind without a rule is named and refused. */
export const rules: Rules = Object.fromEntries(
  [
    schemaRule,
    enumRule,
    domainRule,
    domainConstraintRule,
    sequenceRule,
    tableRule,
    columnRule,
    identitySequenceRule,
    constraintRule,
    indexRule,
    functionRule,
    procedureRule,
    viewRule,
    materializedViewRule,
    triggerRule,
    policyRule,
    publicationMemberRule,
    defaultPrivilegesRule,
  ].map((rule) => [rule.kind, rule]),
)
