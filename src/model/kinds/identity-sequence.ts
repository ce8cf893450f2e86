import type { KindFacts } from '../kind-facts.ts'

/** The sequence of an identity column. */
export const identitySequence: KindFacts = {
  words: 'identity sequence',
  address: ({ name }) => `sequence ${name}`,
  rename: {
    form: 'whole',
    nameSpace: 'relation',
    isNamedAfterParent: true,
    look: 'nothing',
    isSilent: true,
  },
  grant: { word: 'sequence', told: 'sequence' },
  clients: 'none',
  hasOwnHazards: true,
  isToldWhole: true,
  isRelation: true,
  isHarmlessToAtlas: true,
}
