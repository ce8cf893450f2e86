import type { KindFacts } from '../kind-facts.ts'
import { withMethod } from './with-method.ts'

/** An operator family: what an access method does with operators, of several types too. */
export const operatorFamily: KindFacts = {
  words: 'operator family',
  address: ({ name }) => `operator family ${withMethod(name)}`,
  spoken: withMethod,
  rename: { form: 'whole' },
  grant: undefined,
  clients: 'none',
  hasOwnHazards: true,
  isToldWithKind: true,
  isForSuperusers: true,
}
