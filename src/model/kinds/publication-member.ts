import type { KindFacts } from '../kind-facts.ts'

/** A table in a publication. */
export const publicationMember: KindFacts = {
  words: 'publication member',
  address: undefined,
  rename: undefined,
  grant: undefined,
  clients: 'none',
  hasOwnHazards: true,
  isToldWhole: true,
  isInWayOfType: () => true,
  printed: { where: 'expression' },
}
