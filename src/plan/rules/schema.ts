import { alterFacets, createFacets, withoutFacets } from '../facets/facets.ts'
import { nameOf } from '../name.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'

/** Schemas. */
export const schemaRule: Rule = {
  kind: 'schema',
  create: (schema, context) => [
    statement('create', schema.id, `create schema ${nameOf(schema.id)}`),
    ...createFacets(schema, context),
  ],
  drop: (schema) => [statement('drop', schema.id, `drop schema ${nameOf(schema.id)}`)],
  alter: (change, context) =>
    withoutFacets(change).length > 0
      ? { refused: withoutFacets(change).join(', ') }
      : alterFacets(change, context),
}
