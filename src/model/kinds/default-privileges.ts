import type { KindFacts } from '../kind-facts.ts'

/** What a role's new objects are granted. */
export const defaultPrivileges: KindFacts = {
  words: 'default privileges',
  address: undefined,
  rename: undefined,
  grant: undefined,
  clients: 'none',
  hasOwnHazards: false,
  isToldWhole: true,
  isInEmptySchema: true,
}
