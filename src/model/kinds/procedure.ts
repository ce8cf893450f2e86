import type { KindFacts } from '../kind-facts.ts'

/** A procedure. */
export const procedure: KindFacts = {
  words: 'procedure',
  address: ({ name }) => `procedure ${name}`,
  // A body that is as good as empty says nothing, but then nothing is lost either.
  rename: { form: 'whole', look: { without: ['comment', 'rights', 'owner', 'definition'] } },
  grant: { word: 'procedure', isOpen: true },
  clients: 'drop and rename',
  hasOwnHazards: true,
  isVerbatim: true,
  hasBody: true,
  isInWayOfType: () => true,
  printed: { arguments: 'arguments', body: 'sql body', definition: 'statement' },
}
