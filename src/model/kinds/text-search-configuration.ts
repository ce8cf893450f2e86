import type { KindFacts } from '../kind-facts.ts'

/** A text search configuration: a parser, and the dictionaries for each type of its tokens. */
export const textSearchConfiguration: KindFacts = {
  words: 'text search configuration',
  address: ({ name }) => `text search configuration ${name}`,
  rename: { form: 'whole' },
  grant: undefined,
  clients: 'drop and rename',
  hasOwnHazards: true,
  isToldWithKind: true,
  isNamedInLiterals: true,
}
