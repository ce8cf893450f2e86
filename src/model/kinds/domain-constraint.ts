import type { KindFacts } from '../kind-facts.ts'

/** A check of a domain. */
export const domainConstraint: KindFacts = {
  words: 'domain constraint',
  address: ({ own, parent }) => `constraint ${own} on domain ${parent}`,
  rename: { form: { alter: 'domain', part: 'constraint' } },
  grant: undefined,
  clients: 'none',
  hasOwnHazards: true,
  printed: { definition: 'part' },
}
