import { nameOf } from '../../model/object-id.ts'
import { define } from '../../plan/action.ts'
import type { Rules } from '../../plan/decide/object-change.ts'
import { createFacets } from '../../plan/rules/facets/facets.ts'
import { largeObjectRule } from '../../plan/rules/large-object.ts'
import { statement } from '../../plan/statement.ts'

/** A copy has each large object without its bytes, which no plan looks at. */
export const emptyLargeObjects: Rules = {
  largeObject: {
    ...largeObjectRule,
    create: (object, context) => [
      statement(
        { verb: 'create', object: object.id },
        define(`select pg_catalog.lo_create(${nameOf(object.id)})`),
      ),
      ...createFacets(object, context),
    ],
  },
}
