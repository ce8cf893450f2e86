import type { KindFacts } from '../kind-facts.ts'

/** A text search parser: the functions that cut a text into tokens. */
export const textSearchParser: KindFacts = {
  words: 'text search parser',
  address: ({ name }) => `text search parser ${name}`,
  rename: { form: 'whole' },
  grant: undefined,
  clients: 'drop and rename',
  hasOwnHazards: false,
  isToldWithKind: true,
  isForSuperusers: true,
}
