import type { KindFacts } from '../kind-facts.ts'

/** A table. */
export const table: KindFacts = {
  words: 'table',
  address: ({ name }) => `table ${name}`,
  rename: {
    form: 'whole',
    nameSpace: 'relation',
    isOwner: true,
    look: 'columns',
    loss: 'the old rows may be lost',
  },
  grant: { word: 'table' },
  clients: 'drop and rename',
  createdBy: 'create table',
  isVerbatim: true,
  type: 'row',
  isRelation: true,
  hasRows: true,
  atlas: {
    attributes: {
      added: 'atlas',
      removed: 'atlas',
      comment: 'atlas',
      owner: 'beside',
      rights: 'beside',
      rowSecurity: 'beside',
      replicaIdentity: 'own',
      persistence: 'own',
      options: 'own',
      toastOptions: 'own',
      accessMethod: 'own',
      tablespace: 'own',
      inherits: 'own',
      partitionKey: 'own',
      partitionOf: 'own',
      bound: 'own',
      ofType: 'own',
    },
    usual: {
      owner: '*',
      persistence: 'permanent',
      rowSecurity: 'off',
      replicaIdentity: 'default',
      accessMethod: 'heap',
    },
  },
}
