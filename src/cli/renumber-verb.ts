import { lossFlag } from './flags.ts'
import type { Verb } from './verb.ts'

/** The verb `renumber`, with all that its help says. */
export const renumberVerb: Verb = {
  name: 'renumber',
  about: 'give a migration the next free version, such as after a merge of two with one version',
  words: [
    {
      name: 'migration',
      about: 'version and name, such as 007_add_b; no environment with a URL may have it',
      required: true,
    },
  ],
  flags: [{ ...lossFlag, about: 'your own database may lose rows or values by it' }],
  examples: [
    ['npm run renumber 007_add_b', 'files, heads and atlas.sum say 008, if that is the next'],
    ['npm run renumber 007_add_b -- --allow-data-loss', 'though your own database loses rows'],
  ],
}
