import type { KindFacts } from '../kind-facts.ts'

/** An index that no constraint has. */
export const index: KindFacts = {
  words: 'index',
  address: ({ own, parentSchema }) => `index ${parentSchema}.${own}`,
  rename: {
    form: 'whole',
    nameSpace: 'relation',
    isNamedAfterParent: true,
    look: { withoutNameIn: 'definition' },
    isSilent: true,
  },
  grant: undefined,
  clients: 'none',
  hasOwnHazards: true,
  callsFunctions: true,
  isVerbatim: true,
  hasIndex: true,
  // The comment stays, and that the table is clustered on it.
  losesByRebuild: ({ attributes: { statistics } }) =>
    Array.isArray(statistics) && statistics.length > 0,
  atlas: {
    verbs: ['create', 'drop', 'comment'],
    attributes: {
      added: 'atlas',
      removed: 'atlas',
      definition: 'atlas',
      comment: 'atlas',
      valid: 'own',
      clustered: 'own',
      options: 'own',
      statistics: 'own',
      tablespace: 'own',
      attachedTo: 'own',
    },
    defaults: { definition: '*', valid: true },
  },
  printed: { definition: 'statement' },
}
