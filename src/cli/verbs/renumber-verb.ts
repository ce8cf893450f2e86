import { lossFlag } from './flags.ts'
import type { Verb } from '../verb.ts'

/** The verb `renumber`, with all that its help says. */
export const renumberVerb: Verb = {
  name: 'renumber',
  about: 'give a migration the next free version, such as after a merge of two with the same one',
  words: [
    {
      name: 'migration',
      about: 'version and name, such as 007_add_b; no environment with a URL may have applied it',
      required: true,
    },
  ],
  flags: [{ ...lossFlag, about: 'allow the loss of rows or values in the local database' }],
  examples: [
    ['npm run renumber 007_add_b', 'files, heads and atlas.sum say 008, if that is the next'],
    ['npm run renumber 007_add_b -- --allow-data-loss', 'also when the local database loses rows'],
  ],
}
