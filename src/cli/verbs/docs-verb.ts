import type { Verb } from '../verb.ts'

/** The verb that writes the pages about the database. */
export const docsVerb = {
  name: 'docs',
  about: 'write docs/schema and docs/schema.html: tables, diagram, who may do what',
  words: [],
  flags: [{ name: 'check', type: 'boolean', about: 'write nothing; exit 2 when a page is stale' }],
  examples: [
    ['npm run docs', 'after a change of the schema files; then open docs/schema.html'],
    ['npm run docs -- --check', 'exits 2 when a page does not show what the schema files say'],
  ],
} as const satisfies Verb
