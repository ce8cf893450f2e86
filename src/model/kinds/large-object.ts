import type { KindFacts } from '../kind-facts.ts'

/** A large object. Its bytes are data: no plan makes or drops one, but says whose it is and who may do what with it. */
export const largeObject: KindFacts = {
  words: 'large object',
  address: ({ name }) => `large object ${name}`,
  rename: undefined,
  grant: { word: 'large object', told: 'large object' },
  clients: 'none',
  hasOwnHazards: false,
  isToldWithKind: true,
}
