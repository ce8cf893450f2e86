import { textIn } from '../attribute.ts'
import { createComment } from '../facets/comment.ts'
import { alterFacets, withoutFacets } from '../facets/facets.ts'
import { nameOf } from '../name.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'

/** Extensions: their objects come with them and are no objects of ours. */
export const extensionRule: Rule = {
  kind: 'extension',
  create: (extension) => [
    statement(
      'create',
      extension.id,
      `create extension ${nameOf(extension.id)} with schema ${textIn(extension, 'schema')}`,
    ),
    ...createComment(extension),
  ],
  drop: (extension) => [
    statement('drop', extension.id, `drop extension ${nameOf(extension.id)}`, {
      hazards: ['breaks_clients'],
    }),
  ],
  alter: (change, context) => {
    const { to } = change
    const changed = withoutFacets(change)
    if (change.attributes.includes('owner'))
      return { refused: 'the owner of an extension cannot be changed' }
    const actions = [
      ...(changed.includes('schema') ? [`set schema ${textIn(to, 'schema')}`] : []),
      ...(changed.includes('version') ? [`update to '${textIn(to, 'version')}'`] : []),
    ]
    return [
      ...actions.map((action) =>
        statement('alter', to.id, `alter extension ${nameOf(to.id)} ${action}`),
      ),
      ...alterFacets(change, context),
    ]
  },
}
