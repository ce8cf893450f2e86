import type { KindFacts } from '../kind-facts.ts'

/** An extension. */
export const extension: KindFacts = {
  words: 'extension',
  address: ({ name }) => `extension ${name}`,
  rename: undefined,
  grant: undefined,
  clients: 'drop and rename',
  hasOwnHazards: false,
}
