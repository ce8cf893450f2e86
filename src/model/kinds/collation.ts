import type { KindFacts } from '../kind-facts.ts'

/** A collation. */
export const collation: KindFacts = {
  words: 'collation',
  address: ({ name }) => `collation ${name}`,
  rename: { form: 'whole', isOwner: true },
  grant: undefined,
  clients: 'drop and rename',
  hasOwnHazards: false,
  isToldWithKind: true,
}
