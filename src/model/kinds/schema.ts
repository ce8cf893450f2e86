import type { KindFacts } from '../kind-facts.ts'

/** A schema. */
export const schema: KindFacts = {
  words: 'schema',
  address: ({ name }) => `schema ${name}`,
  rename: undefined,
  grant: { word: 'schema', told: 'schema' },
  clients: 'drop and rename',
  hasOwnHazards: false,
  isToldWithKind: true,
  isInEmptySchema: true,
  isHarmlessToAtlas: true,
}
