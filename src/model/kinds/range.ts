import type { KindFacts } from '../kind-facts.ts'

/** A range type. */
export const range: KindFacts = {
  words: 'range',
  address: ({ name }) => `type ${name}`,
  rename: { form: 'whole', nameSpace: 'relation', isOwner: true },
  grant: { word: 'type', told: 'type', isOpen: true },
  clients: 'drop and rename',
  hasOwnHazards: true,
  type: 'own',
}
