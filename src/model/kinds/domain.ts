import type { KindFacts } from '../kind-facts.ts'

/** A domain. */
export const domain: KindFacts = {
  words: 'domain',
  address: ({ name }) => `domain ${name}`,
  rename: { form: 'whole', nameSpace: 'relation', isOwner: true },
  grant: { word: 'domain', told: 'type', isOpen: true },
  clients: 'drop and rename',
  hasOwnHazards: true,
  isVerbatim: true,
  type: 'own',
  printed: { default: 'expression' },
}
