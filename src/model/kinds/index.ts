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
  },
  grant: undefined,
  clients: 'none',
  hasOwnHazards: true,
  callsFunctions: true,
  isVerbatim: true,
  hasIndex: true,
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
    },
    defaults: { definition: '*', valid: true },
  },
}
