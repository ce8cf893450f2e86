import type { NamedFacts } from '../kind-facts.ts'

/* The kinds of objects that rules plan, one line each. One of those below, of which only the name is known, moves up when it gets a rule. */
export { schema } from './schema.ts'
export { defaultPrivileges } from './default-privileges.ts'
export { extension } from './extension.ts'
export { foreignDataWrapper } from './foreign-data-wrapper.ts'
export { foreignServer } from './foreign-server.ts'
export { userMapping } from './user-mapping.ts'
export { changedRights } from './changed-rights.ts'
export { collation } from './collation.ts'
export { enumKind as enum } from './enum.ts'
export { domain } from './domain.ts'
export { composite } from './composite.ts'
export { range } from './range.ts'
export { domainConstraint } from './domain-constraint.ts'
export { sequence } from './sequence.ts'
export { identitySequence } from './identity-sequence.ts'
export { functionKind as function } from './function.ts'
export { procedure } from './procedure.ts'
export { aggregate } from './aggregate.ts'
export { cast } from './cast.ts'
export { operator } from './operator.ts'
export { operatorFamily } from './operator-family.ts'
export { operatorClass } from './operator-class.ts'
export { table } from './table.ts'
export { foreignTable } from './foreign-table.ts'
export { column } from './column.ts'
export { constraint } from './constraint.ts'
export { index } from './index.ts'
export { view } from './view.ts'
export { materializedView } from './materialized-view.ts'
export { viewColumn } from './view-column.ts'
export { rule } from './rule.ts'
export { trigger } from './trigger.ts'
export { policy } from './policy.ts'
export { publication } from './publication.ts'
export { publicationMember } from './publication-member.ts'
export { publicationSchema } from './publication-schema.ts'
export { subscription } from './subscription.ts'
export { statisticsObject } from './statistics-object.ts'
export { textSearchParser } from './text-search-parser.ts'
export { textSearchTemplate } from './text-search-template.ts'
export { textSearchDictionary } from './text-search-dictionary.ts'
export { textSearchConfiguration } from './text-search-configuration.ts'
export { largeObject } from './large-object.ts'
export { eventTrigger } from './event-trigger.ts'

/** Kinds that are read so that a difference has a name, under PostgreSQL's own names where they have one. */
export const named = {
  type: { words: 'type', sql: 'type' },
  conversion: { words: 'conversion', sql: 'conversion' },
  transform: { words: 'transform', sql: 'transform' },
  language: { words: 'language', sql: 'language' },
  'access method': { words: 'access method', sql: 'access method' },
} as const satisfies Readonly<Record<string, NamedFacts>>
