import type { KindFacts } from '../kind-facts.ts'

/** A constraint of a table. */
export const constraint: KindFacts = {
  words: 'constraint',
  address: ({ own, parent }) => `constraint ${own} on ${parent}`,
  rename: {
    form: { alter: 'table', part: 'constraint' },
    isNamedAfterParent: true,
    look: { without: ['comment', 'index', 'indexComment'] },
    isSilent: true,
  },
  grant: undefined,
  clients: 'none',
  hasOwnHazards: true,
  hasIndex: true,
  atlas: {
    verbs: ['create', 'drop'],
    attributes: {
      added: 'atlas',
      removed: 'atlas',
      definition: 'atlas',
      type: 'own',
      comment: 'beside',
      validated: 'own',
      deferrable: 'own',
      index: 'own',
      indexComment: 'own',
      indexOptions: 'own',
      clustered: 'own',
      tablespace: 'own',
      attachedTo: 'own',
      incomplete: 'own',
    },
    defaults: {
      type: '*',
      definition: '*',
      validated: true,
      deferrable: 'no',
      index: '*',
    },
  },
  printed: { definition: 'part' },
}
