import type { CatalogObject } from '../../model/catalog.ts'
import { textIn } from '../../model/attribute.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'
import { changeRights, listedRights } from './facets/right-changes.ts'
import type { RightChange } from './facets/right-changes.ts'

/** Rights on what an extension or PostgreSQL made: it comes with some, and goes with its extension. */
export const changedRightsRule: Rule = {
  kind: 'changedRights',
  create: (held, { from }) => {
    const isNew = held.parent !== null && !from.objects.has(held.parent)
    const before = listedRights(held, isNew ? 'byDefault' : 'initial')
    return say(held, changeRights(before, listedRights(held, 'rights')))
  },
  drop: (held) =>
    say(held, changeRights(listedRights(held, 'rights'), listedRights(held, 'initial'))),
  alter: ({ from, to }) =>
    say(to, changeRights(listedRights(from, 'rights'), listedRights(to, 'rights'))),
}

function say(held: CatalogObject, changes: readonly RightChange[]): Statement[] {
  return changes.map(({ verb, privileges, grantee, grantable, ...option }) => {
    const rights = {
      privileges: privileges.map((name) => ({ name, columns: [] })),
      target: textIn(held, 'target'),
      grantees: [grantee],
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
