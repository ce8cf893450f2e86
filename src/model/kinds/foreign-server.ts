import type { KindFacts } from '../kind-facts.ts'

/** A foreign server. ALTER and DROP call it a server, GRANT a foreign server. */
export const foreignServer: KindFacts = {
  words: 'foreign server',
  address: ({ name }) => `server ${name}`,
  rename: { form: 'whole', isOwner: true },
  grant: { word: 'foreign server', told: 'foreign server' },
  clients: 'none',
  hasOwnHazards: true,
  secrets: ['secrets'],
  digests: 'secrets',
}
