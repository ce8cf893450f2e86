import type { KindFacts } from '../kind-facts.ts'

/** A publication. */
export const publication: KindFacts = {
  words: 'publication',
  address: ({ name }) => `publication ${name}`,
  rename: { form: 'whole', isOwner: true },
  grant: undefined,
  clients: 'rename',
  hasOwnHazards: true,
  isToldWithKind: true,
}
