import { create, drop } from '../action.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { nameOf } from '../../model/object-id.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'

/** Schemas. */
export const schemaRule: Rule = {
  kind: 'schema',
  letsMake: true,
  create: (schema, context) => [
    statement({ verb: 'create', object: schema.id }, create(`schema ${nameOf(schema.id)}`)),
    ...createFacets(schema, context),
  ],
  drop: (schema) => [
    statement({ verb: 'drop', object: schema.id }, drop(`schema ${nameOf(schema.id)}`)),
  ],
  alter: (change, context) =>
    withoutFacets(change).length > 0
      ? { refused: withoutFacets(change).join(', ') }
      : alterFacets(change, context),
}
