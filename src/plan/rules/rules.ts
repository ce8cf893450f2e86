import type { Kind, NamedKind } from '../../model/kind.ts'
import type { Rule, Unplanned } from '../rule.ts'
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

/** Every kind, with its rule or without: what differs in a kind that nobody plans is named and refused. */
export const rules: Readonly<Record<Kind, Rule | Unplanned>> = {
  schema: schemaRule,
  defaultPrivileges: defaultPrivilegesRule,
  extension: extensionRule,
  enum: enumRule,
  domain: domainRule,
  domainConstraint: domainConstraintRule,
  composite: compositeRule,
  range: rangeRule,
  sequence: sequenceRule,
  function: functionRule,
  procedure: procedureRule,
  aggregate: aggregateRule,
  table: tableRule,
  column: columnRule,
  identitySequence: identitySequenceRule,
  constraint: constraintRule,
  index: indexRule,
  view: viewRule,
  materializedView: materializedViewRule,
  viewColumn: viewColumnRule,
  rule: rewriteRule,
  trigger: triggerRule,
  policy: policyRule,
  publication: publicationRule,
  publicationMember: publicationMemberRule,
  publicationSchema: publicationSchemaRule,
  foreignTable: unplanned('foreignTable'),
  type: unplanned('type'),
  collation: unplanned('collation'),
  operator: unplanned('operator'),
  'operator family': unplanned('operator family'),
  'operator class': unplanned('operator class'),
  conversion: unplanned('conversion'),
  cast: unplanned('cast'),
  transform: unplanned('transform'),
  language: unplanned('language'),
  'access method': unplanned('access method'),
  'text search parser': unplanned('text search parser'),
  'text search template': unplanned('text search template'),
  'text search dictionary': unplanned('text search dictionary'),
  'text search configuration': unplanned('text search configuration'),
  'statistics object': unplanned('statistics object'),
  'foreign-data wrapper': unplanned('foreign-data wrapper'),
  server: unplanned('server'),
  'user mapping': unplanned('user mapping'),
  'event trigger': unplanned('event trigger'),
}

/** Whether a rule plans objects of a kind. */
export function isPlanned(kind: Kind): boolean {
  return rules[kind].alter !== undefined
}

function unplanned(kind: NamedKind): Unplanned {
  return { kind, unplanned: true }
}
