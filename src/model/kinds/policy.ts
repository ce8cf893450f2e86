import type { KindFacts } from '../kind-facts.ts'

/** A row-level security policy. */
export const policy: KindFacts = {
  words: 'policy',
  address: ({ own, parent }) => `policy ${own} on ${parent}`,
  rename: { form: 'whole', isNamedAfterParent: true, look: { without: ['comment'] } },
  grant: undefined,
  clients: 'none',
  hasOwnHazards: true,
  callsFunctions: true,
  isVerbatim: true,
  isToldWithKind: true,
  isInWayOfType: () => true,
  printed: { check: 'expression', using: 'expression' },
}
