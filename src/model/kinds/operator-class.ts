import type { KindFacts } from '../kind-facts.ts'
import { withMethod } from './with-method.ts'

/** An operator class: how an access method handles one type. */
export const operatorClass: KindFacts = {
  words: 'operator class',
  address: ({ name }) => `operator class ${withMethod(name)}`,
  spoken: withMethod,
  rename: { form: 'whole' },
  grant: undefined,
  clients: 'rename',
  hasOwnHazards: true,
  isToldWithKind: true,
  isForSuperusers: true,
}
