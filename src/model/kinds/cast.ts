import type { KindFacts } from '../kind-facts.ts'

/** A cast between two types, which are its name. */
export const cast: KindFacts = {
  words: 'cast',
  address: ({ name }) => `cast ${name}`,
  rename: undefined,
  grant: undefined,
  clients: 'drop and rename',
  hasOwnHazards: true,
  isToldWithKind: true,
}
