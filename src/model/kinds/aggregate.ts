import type { KindFacts } from '../kind-facts.ts'

/** An aggregate. */
export const aggregate: KindFacts = {
  words: 'aggregate',
  address: ({ name }) => `aggregate ${name}`,
  rename: { form: 'whole' },
  grant: { word: 'function', isOpen: true },
  clients: 'drop and rename',
  hasOwnHazards: false,
}
