import type { KindFacts } from '../kind-facts.ts'

/** A materialized view. */
export const materializedView: KindFacts = {
  words: 'materialized view',
  address: ({ name }) => `materialized view ${name}`,
  rename: { form: 'whole', nameSpace: 'relation', isOwner: true },
  grant: { word: 'table' },
  clients: 'drop and rename',
  hasOwnHazards: true,
  isVerbatim: true,
  isRelation: true,
  hasRows: true,
  isInWayOfType: () => true,
  printed: { definition: 'statement' },
}
