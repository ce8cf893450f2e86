import type { KindFacts } from '../kind-facts.ts'

/** A trigger. */
export const trigger: KindFacts = {
  words: 'trigger',
  address: ({ own, parent }) => `trigger ${own} on ${parent}`,
  rename: { form: 'whole', look: { withoutNameIn: 'definition' }, isSilent: true },
  grant: undefined,
  clients: 'none',
  hasOwnHazards: false,
  callsFunctions: true,
  isVerbatim: true,
  isInWayOfType: () => true,
  printed: { definition: 'statement' },
}
