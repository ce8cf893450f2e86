import type { KindFacts } from '../kind-facts.ts'

/** A text search template: the functions of the dictionaries that are made from it. */
export const textSearchTemplate: KindFacts = {
  words: 'text search template',
  address: ({ name }) => `text search template ${name}`,
  rename: { form: 'whole' },
  grant: undefined,
  clients: 'none',
  hasOwnHazards: false,
  isToldWithKind: true,
  isForSuperusers: true,
}
