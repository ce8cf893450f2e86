import { childrenOf } from '../../model/catalog.ts'
import type { CatalogObject } from '../../model/catalog.ts'
import { alterBelow, create } from '../action.ts'
import { flagOf, textIn, textOf } from '../../model/attribute.ts'
import { createComment } from './facets/comment.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { nameOf } from '../../model/object-id.ts'
import { ownNameOf } from './facets/name.ts'
import type { Context, Rule } from '../rule.ts'
import { addCheck } from './constraint.ts'
import { staysInside } from './domain-use.ts'
import { dropOwnType } from './kept-aside.ts'
import { statement } from '../statement.ts'

/** Domains; their checks come with a new one. */
export const domainRule: Rule = {
  kind: 'domain',
  makes: ({ kind }) => kind === 'domainConstraint',
  create: (domain, context) => {
    const checks = childrenOf(context.to, domain.id)
    // CREATE DOMAIN knows no NOT VALID.
    const [inside, beside] = [true, false].map((is) =>
      checks.filter((check) => flagOf(check, 'validated') === is),
    )
    const collation = textOf(domain, 'collation')
    const value = textOf(domain, 'default')
    const lines = [
      ...(collation === null ? [] : [`  collate ${collation}`]),
      ...(value === null ? [] : [`  default ${value}`]),
      ...(flagOf(domain, 'notNull') ? ['  not null'] : []),
      ...(inside ?? []).map(
        (check) => `  constraint ${ownNameOf(check)} ${textIn(check, 'definition')}`,
      ),
    ]
    return [
      statement(
        { verb: 'create', object: domain.id },
        create(
          `domain ${nameOf(domain.id)}`,
          [` as ${textIn(domain, 'type')}`, ...lines].join('\n'),
        ),
      ),
      ...createFacets(domain, context),
      ...(beside ?? []).map((check) => addCheck(check)),
      ...checks.flatMap((check) => createComment(check)),
    ]
  },
  drop: dropOwnType,
  alter: (change, context) => {
    const { to } = change
    const changed = withoutFacets(change)
    if (isRecreated(changed, to, context)) return 'replace'
    const value = textOf(to, 'default')
    const actions = [
      ...(changed.includes('default')
        ? [
            {
              attribute: 'default',
              action: value === null ? 'drop default' : `set default ${value}`,
            },
          ]
        : []),
      ...(changed.includes('notNull')
        ? [
            {
              attribute: 'notNull',
              action: flagOf(to, 'notNull') ? 'set not null' : 'drop not null',
            },
          ]
        : []),
    ]
    return [
      ...actions.map(({ attribute, action }) =>
        statement({ verb: 'alter', object: to.id }, alterBelow(`domain ${nameOf(to.id)}`, action), {
          attribute,
        }),
      ),
      ...alterFacets(change, context),
    ]
  },
}

/** What no ALTER DOMAIN says, and what it refuses. */
function isRecreated(changed: readonly string[], to: CatalogObject, context: Context): boolean {
  if (changed.some((name) => name !== 'default' && name !== 'notNull')) return true
  return changed.includes('notNull') && flagOf(to, 'notNull') && staysInside(to.id, context)
}
