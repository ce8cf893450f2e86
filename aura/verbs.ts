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
  'bench:aura': {
    name: 'bench:aura',
    about:
      "measure the application's queries next to their naive form, and write docs/performance.md",
    words: [],
    flags: [],
    examples: [['npm run bench:aura', 'loads 1.2 million logs on a scratch database: minutes']],
  },
} as const satisfies Record<string, Verb>
