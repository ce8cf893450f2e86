import type { Verb } from '../verb.ts'

/** The verb that writes tests for Supabase's own runner. */
export const pgtapVerb = {
  name: 'pgtap',
  about: 'write tests of rights and row security for pgTAP, into supabase/tests',
  words: [],
  flags: [{ name: 'check', type: 'boolean', about: 'write nothing; exit 2 where a file is stale' }],
  examples: [
    ['npm run pgtap', 'after a change of the schema files or the samples'],
    ['pg_prove --dbname URL supabase/tests/*.sql', 'runs them, as does supabase test db'],
  ],
} as const satisfies Verb
