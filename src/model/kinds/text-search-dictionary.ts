import type { KindFacts } from '../kind-facts.ts'

/** A text search dictionary: a template with options. */
export const textSearchDictionary: KindFacts = {
  words: 'text search dictionary',
  address: ({ name }) => `text search dictionary ${name}`,
  rename: { form: 'whole' },
  grant: undefined,
  clients: 'drop and rename',
  hasOwnHazards: true,
  isToldWithKind: true,
  isNamedInLiterals: true,
}
