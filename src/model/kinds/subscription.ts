import type { KindFacts } from '../kind-facts.ts'

/** A subscription. What it connects to is a secret, which no reader reads, and whether it runs is its operator's. */
export const subscription: KindFacts = {
  words: 'subscription',
  address: ({ name }) => `subscription ${name}`,
  rename: { form: 'whole', isOwner: true },
  grant: undefined,
  clients: 'none',
  hasOwnHazards: true,
  isToldWithKind: true,
  isForSuperusers: true,
}
