import type { KindFacts } from '../kind-facts.ts'

/** A foreign-data wrapper. */
export const foreignDataWrapper: KindFacts = {
  words: 'foreign-data wrapper',
  address: ({ name }) => `foreign data wrapper ${name}`,
  rename: { form: 'whole', isOwner: true },
  grant: { word: 'foreign data wrapper', told: 'foreign-data wrapper' },
  clients: 'none',
  hasOwnHazards: true,
  secrets: ['secrets'],
  digests: 'secrets',
}
