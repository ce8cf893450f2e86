import { alterFacets, createFacets } from '../facets/facets.ts'
import type { Rule } from '../rule.ts'

/** Sequences behind identity columns: they come and go with the identity, so that only what is said of them is planned. */
export const identitySequenceRule: Rule = {
  kind: 'identitySequence',
  create: (sequence, context) => createFacets(sequence, context),
  drop: () => [],
  // Whether it is logged follows the table.
  alter: (change, context) => alterFacets(change, context),
}
