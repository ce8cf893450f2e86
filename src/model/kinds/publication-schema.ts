import type { KindFacts } from '../kind-facts.ts'

/** A schema in a publication. */
export const publicationSchema: KindFacts = {
  words: 'publication schema',
  address: undefined,
  rename: undefined,
  grant: undefined,
  clients: 'none',
  hasOwnHazards: true,
}
