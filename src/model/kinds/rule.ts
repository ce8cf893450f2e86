import type { KindFacts } from '../kind-facts.ts'

/** A rewrite rule. */
export const rule: KindFacts = {
  words: 'rule',
  address: ({ own, parent }) => `rule ${own} on ${parent}`,
  rename: { form: 'whole' },
  grant: undefined,
  clients: 'none',
  hasOwnHazards: false,
  callsFunctions: true,
  isInWayOfType: () => true,
  printed: { definition: 'statement' },
}
