import type { KindFacts } from '../kind-facts.ts'

/** A view. */
export const view: KindFacts = {
  words: 'view',
  address: ({ name }) => `view ${name}`,
  rename: { form: 'whole', nameSpace: 'relation', isOwner: true },
  grant: { word: 'table' },
  clients: 'drop and rename',
  hasOwnHazards: true,
  isVerbatim: true,
  type: 'row',
  isRelation: true,
  isInWayOfType: () => true,
  printed: { definition: 'statement' },
}
