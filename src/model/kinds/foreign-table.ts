import type { KindFacts } from '../kind-facts.ts'

/** A foreign table. Its rows are elsewhere: nothing is lost as it goes, and nothing is read as it changes. */
export const foreignTable: KindFacts = {
  words: 'foreign table',
  address: ({ name }) => `foreign table ${name}`,
  rename: {
    form: 'whole',
    nameSpace: 'relation',
    isOwner: true,
    look: 'columns',
    isSilent: true,
  },
  grant: { word: 'table' },
  clients: 'drop and rename',
  hasOwnHazards: true,
  type: 'row',
  isRelation: true,
  isTable: true,
  secrets: ['secrets'],
  digests: 'secrets',
}
