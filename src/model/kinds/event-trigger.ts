import type { KindFacts } from '../kind-facts.ts'

/** An event trigger: it answers to statements, of a plan too. */
export const eventTrigger: KindFacts = {
  words: 'event trigger',
  address: ({ name }) => `event trigger ${name}`,
  rename: { form: 'whole', isSilent: true, look: { without: ['comment', 'owner', 'enabled'] } },
  grant: undefined,
  clients: 'none',
  hasOwnHazards: true,
  answersToStatements: true,
}
