import type { KindFacts } from '../kind-facts.ts'

/** Extended statistics on a table. */
export const statisticsObject: KindFacts = {
  words: 'statistics object',
  address: ({ name }) => `statistics ${name}`,
  rename: {
    form: 'whole',
    isNamedAfterParent: true,
    isSilent: true,
    look: { without: ['comment', 'owner', 'target'] },
  },
  grant: undefined,
  clients: 'none',
  hasOwnHazards: false,
  callsFunctions: true,
  isToldWhole: true,
  // The comment stays; the target goes, and it belongs to whoever changes the column.
  losesByRebuild: ({ attributes: { target, owner } }, role) => target !== null || owner !== role,
  printed: { columns: 'list' },
}
