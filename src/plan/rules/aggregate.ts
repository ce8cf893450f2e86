import { define, drop } from '../action.ts'
import { textIn } from '../../model/attribute.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { addressOf } from './facets/name.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'

/** Aggregates. CREATE OR REPLACE AGGREGATE exists, but takes no other result or state: a changed one is recreated. */
export const aggregateRule: Rule = {
  kind: 'aggregate',
  looksAtData: true,
  hasNoData: true,
  create: (aggregate, context) => [
    statement({ verb: 'create', object: aggregate.id }, define(textIn(aggregate, 'definition'))),
    ...createFacets(aggregate, context),
  ],
  drop: (aggregate) => [
    statement({ verb: 'drop', object: aggregate.id }, drop(addressOf(aggregate))),
  ],
  alter: (change, context) =>
    withoutFacets(change).length > 0 ? 'replace' : alterFacets(change, context),
}
