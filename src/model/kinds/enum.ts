import type { KindFacts } from '../kind-facts.ts'

/** An enum type. */
export const enumKind: KindFacts = {
  words: 'enum',
  address: ({ name }) => `type ${name}`,
  rename: { form: 'whole', nameSpace: 'relation', isOwner: true },
  grant: { word: 'type', told: 'type', isOpen: true },
  clients: 'drop and rename',
  hasOwnHazards: true,
  parts: 'label',
  type: 'own',
}
