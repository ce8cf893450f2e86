/** The kinds of objects that rules plan. */
const plannedKinds = [
  'schema',
  'defaultPrivileges',
  'extension',
  'enum',
  'domain',
  'domainConstraint',
  'composite',
  'range',
  'sequence',
  'function',
  'procedure',
  'aggregate',
  'table',
  'column',
  'identitySequence',
  'constraint',
  'index',
  'view',
  'materializedView',
  'viewColumn',
  'rule',
  'trigger',
  'policy',
  'publication',
  'publicationMember',
  'publicationSchema',
] as const

/** Kinds that are read so that a difference has a name, under PostgreSQL's own names where they have one. */
const namedKinds = [
  'foreignTable',
  'type',
  'collation',
  'operator',
  'operator family',
  'operator class',
  'conversion',
  'cast',
  'transform',
  'language',
  'access method',
  'text search parser',
  'text search template',
  'text search dictionary',
  'text search configuration',
  'statistics object',
  'foreign-data wrapper',
  'server',
  'user mapping',
  'event trigger',
] as const

/** Every kind of object that a catalog may hold. A new kind is one word here: the type checker asks for the rest. */
export const kinds = [...plannedKinds, ...namedKinds] as const

/** One of them. */
export type Kind = (typeof kinds)[number]

/** A kind that no rule plans. */
export type NamedKind = (typeof namedKinds)[number]

/** Whether a text is the name of a kind. */
export function isKind(word: string): word is Kind {
  return names.has(word)
}

const names: ReadonlySet<string> = new Set(kinds)
