import type { CatalogObject } from '../../model/catalog.ts'
import { textIn } from '../../model/attribute.ts'
import type { Context, Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'
import { changeRights, listedRights } from './facets/right-changes.ts'
import type { RightChange } from './facets/right-changes.ts'

/** Rights on what an extension or PostgreSQL made: it comes with some, and goes with its extension. */
export const changedRightsRule: Rule = {
  kind: 'changedRights',
  create: (held, context) => {
    const isNew = held.parent !== null && !context.from.objects.has(held.parent)
    const before = listedRights(held, isNew ? 'byDefault' : 'initial')
    return say(held, changeRights(before, listedRights(held, 'rights')), context)
  },
  drop: (held, context) =>
    say(held, changeRights(listedRights(held, 'rights'), listedRights(held, 'initial')), context),
  alter: ({ from, to }, context) =>
    say(to, changeRights(listedRights(from, 'rights'), listedRights(to, 'rights')), context),
}

function say(held: CatalogObject, changes: readonly RightChange[], { to }: Context): Statement[] {
  return changes.map(({ verb, privileges, grantee, grantable, as, ...option }) => {
    const rights = {
      privileges: privileges.map((name) => ({ name, columns: [] })),
      target: textIn(held, 'target'),
      grantees: [grantee],
      ...(as === undefined || as === to.role ? {} : { as }),
    }
    return statement(
      { verb, object: held.id },
      verb === 'grant'
        ? { kind: verb, ...rights, grantable }
        : { kind: verb, ...rights, ...option },
      { grantee },
    )
  })
}
