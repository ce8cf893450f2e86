import type { KindFacts } from '../kind-facts.ts'

/** A sequence. */
export const sequence: KindFacts = {
  words: 'sequence',
  address: ({ name }) => `sequence ${name}`,
  rename: {
    form: 'whole',
    nameSpace: 'relation',
    isOwner: true,
    isNamedAfterParent: true,
    look: { without: ['comment', 'rights', 'owner'] },
    loss: 'its position may be lost',
  },
  grant: { word: 'sequence', told: 'sequence' },
  clients: 'drop and rename',
  hasOwnHazards: true,
  isRelation: true,
}
