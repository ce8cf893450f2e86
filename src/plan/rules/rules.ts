import type { Rules } from '../deed.ts'
import { aggregateRule } from './aggregate.ts'
import { columnRule } from './column.ts'
import { compositeRule } from './composite.ts'
import { constraintRule, domainConstraintRule } from './constraint.ts'
import { defaultPrivilegesRule } from './default-privileges.ts'
import { domainRule } from './domain.ts'
import { enumRule } from './enum.ts'
import { extensionRule } from './extension.ts'
import { identitySequenceRule } from './identity-sequence.ts'
import { indexRule } from './index-rule.ts'
import { policyRule } from './policy.ts'
import { publicationMemberRule } from './publication-member.ts'
import { publicationRule, publicationSchemaRule } from './publication.ts'
import { rangeRule } from './range.ts'
import { rewriteRule } from './rewrite-rule.ts'
import { functionRule, procedureRule } from './routine.ts'
import { schemaRule } from './schema.ts'
import { sequenceRule } from './sequence.ts'
import { tableRule } from './table.ts'
import { triggerRule } from './trigger.ts'
import { viewColumnRule } from './view-column.ts'
import { materializedViewRule, viewRule } from './view.ts'

/** Every rule, by the kind that it is for. What differs in a kind without a rule is named and refused. */
export const rules: Rules = Object.fromEntries(
  [
    schemaRule,
    defaultPrivilegesRule,
    extensionRule,
    enumRule,
    domainRule,
    domainConstraintRule,
    compositeRule,
    rangeRule,
    sequenceRule,
    functionRule,
    procedureRule,
    aggregateRule,
    tableRule,
    columnRule,
    identitySequenceRule,
    constraintRule,
    indexRule,
    viewRule,
    materializedViewRule,
    viewColumnRule,
    rewriteRule,
    triggerRule,
    policyRule,
    publicationRule,
    publicationMemberRule,
    publicationSchemaRule,
  ].map((rule) => [rule.kind, rule]),
)
