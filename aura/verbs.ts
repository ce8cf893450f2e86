import type { Verb } from '../src/cli/verb.ts'
import { keysVerb } from './keys/keys-verb.ts'

/** The verbs of AURA's tables and users, with their help. */
export const auraVerbs = {
  demo: {
    name: 'demo',
    about: "play one user's story on the local database, from the sign-up to the deletion",
    words: [],
    flags: [],
    examples: [
      ['npm run demo', 'each step with its role, its call and what came back; leaves nothing'],
    ],
  },
  keys: keysVerb,
} as const satisfies Record<string, Verb>
