import type { KindFacts } from '../kind-facts.ts'

/** A composite type. */
export const composite: KindFacts = {
  words: 'composite',
  address: ({ name }) => `type ${name}`,
  rename: { form: 'whole', nameSpace: 'relation', isOwner: true },
  grant: { word: 'type', told: 'type', isOpen: true },
  clients: 'drop and rename',
  hasOwnHazards: true,
  parts: 'field',
  type: 'own',
}
