import type { KindFacts } from '../kind-facts.ts'
import { pathOf } from '../qualified-name.ts'

/** An operator, which the types on its sides tell from others of its name. */
export const operator: KindFacts = {
  words: 'operator',
  // with a space, as the manual writes it
  address: ({ name }) => `operator ${pathOf(name)} ${name.slice(pathOf(name).length)}`,
  rename: undefined,
  grant: undefined,
  clients: 'drop and rename',
  hasOwnHazards: true,
  isToldWithKind: true,
}
