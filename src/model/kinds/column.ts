import type { KindFacts } from '../kind-facts.ts'

/** A column of a table. */
export const column: KindFacts = {
  words: 'column',
  address: ({ name }) => `column ${name}`,
  rename: {
    form: { alter: 'table', part: 'column' },
    look: { of: ['type', 'collation', 'notNull', 'default', 'generated', 'identity'] },
    loss: 'the old values may be lost',
  },
  grant: { word: 'table', isOnParent: true },
  clients: 'drop and rename',
  hasOwnHazards: true,
  isToldWithKind: true,
  secrets: ['foreignSecrets'],
  digests: 'foreignSecrets',
  atlas: {
    verbs: ['create', 'drop', 'alter', 'comment'],
    attributes: {
      added: 'atlas',
      removed: 'atlas',
      comment: 'atlas',
      type: 'atlas',
      default: 'atlas',
      notNull: 'atlas',
      rights: 'beside',
      collation: 'own',
      generated: 'own',
      identity: 'own',
      storage: 'own',
      compression: 'own',
      statistics: 'own',
      options: 'own',
      foreignOptions: 'own',
      foreignSecrets: 'own',
      notNullName: 'own',
      notNullInherited: 'own',
      notNullComment: 'own',
      notNullValidated: 'own',
      notNullNoInherit: 'own',
      notNullOwn: 'own',
      local: 'own',
      inherited: 'own',
    },
    // Doubted elsewhere where an identity has options.
    defaults: { local: true, identity: '*' },
  },
  // One that is computed of it; those that inherit it change with it.
  isInWayOfType: ({ attributes }) => (attributes['generated'] ?? null) !== null,
  printed: { default: 'expression', generated: 'expression' },
}
