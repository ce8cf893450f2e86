import type { KindFacts } from '../kind-facts.ts'

/** A user mapping: as whom a role is known to a foreign server. It has no name. */
export const userMapping: KindFacts = {
  words: 'user mapping',
  address: undefined,
  rename: undefined,
  grant: undefined,
  clients: 'none',
  hasOwnHazards: true,
  isToldWhole: true,
  secrets: ['secrets'],
  digests: 'secrets',
  aside: ['readable'],
}
