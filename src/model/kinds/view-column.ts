import type { KindFacts } from '../kind-facts.ts'

/** What is said of one column of a view. */
export const viewColumn: KindFacts = {
  words: 'view column',
  address: ({ name }) => `column ${name}`,
  rename: undefined,
  grant: { word: 'table', isOnParent: true },
  clients: 'none',
  hasOwnHazards: false,
  printed: { default: 'expression' },
}
