import type { Verb } from '../verb.ts'

/** The verb that writes what applications compile against. */
export const typesVerb = {
  name: 'types',
  about: 'write the types of tables and functions for supabase-js',
  words: [],
  flags: [
    {
      name: 'out',
      type: 'string',
      value: 'FILE',
      about: 'write this file instead of client/database.ts',
    },
    { name: 'check', type: 'boolean', about: 'write nothing; exit 2 where the file is stale' },
  ],
  examples: [
    ['npm run types', 'after a change of the schema files; on Linux with x64 only'],
    ['npm run types -- --check', 'for CI: does the file say what the schema files do?'],
  ],
} as const satisfies Verb
