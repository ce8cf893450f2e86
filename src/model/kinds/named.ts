import type { NamedFacts } from '../kind-facts.ts'

/** Kinds that are read so that a difference has a name, under PostgreSQL's own names where they have one. */
export const named = {
  foreignTable: {
    words: 'foreign table',
    sql: 'foreign table',
    isRelation: true,
    secrets: ['options', 'columns'],
  },
  type: { words: 'type', sql: 'type' },
  collation: { words: 'collation', sql: 'collation' },
  operator: { words: 'operator', sql: 'operator' },
  'operator family': { words: 'operator family', sql: 'operator family' },
  'operator class': { words: 'operator class', sql: 'operator class' },
  conversion: { words: 'conversion', sql: 'conversion' },
  cast: { words: 'cast', sql: 'cast' },
  transform: { words: 'transform', sql: 'transform' },
  language: { words: 'language', sql: 'language' },
  'access method': { words: 'access method', sql: 'access method' },
  'text search parser': { words: 'text search parser', sql: 'text search parser' },
  'text search template': { words: 'text search template', sql: 'text search template' },
  'text search dictionary': { words: 'text search dictionary', sql: 'text search dictionary' },
  'text search configuration': {
    words: 'text search configuration',
    sql: 'text search configuration',
  },
  'foreign-data wrapper': {
    words: 'foreign-data wrapper',
    sql: 'foreign data wrapper',
    secrets: ['definition'],
  },
  server: { words: 'server', sql: 'server', secrets: ['definition'] },
  'user mapping': { words: 'user mapping', sql: 'user mapping' },
  'event trigger': { words: 'event trigger', sql: 'event trigger' },
} as const satisfies Readonly<Record<string, NamedFacts>>
