import type { KindFacts } from '../kind-facts.ts'

/** Rights on what an extension or PostgreSQL itself made, where they are not those that it came with. */
export const changedRights: KindFacts = {
  words: 'changed rights',
  address: undefined,
  rename: undefined,
  grant: undefined,
  clients: 'none',
  hasOwnHazards: false,
  isToldWhole: true,
  aside: ['byDefault'],
}
