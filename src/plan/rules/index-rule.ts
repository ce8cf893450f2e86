import type { CatalogObject } from '../../model/catalog.ts'
import { define, drop } from '../action.ts'
import { flagOf, recordsOf, textIn, spell } from '../../model/attribute.ts'
import { createComment, writeComment } from './facets/comment.ts'
import { addressOf, nameInSchema, ownNameOf } from './facets/name.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'
import { clusterOn, rolesOfIndex } from './index-extras.ts'

/** Indexes that belong to no constraint. */
export const indexRule: Rule = {
  kind: 'index',
  looksAtData: true,
  alsoNamed: nameInSchema,
  create: (index, context) =>
    flagOf(index, 'valid')
      ? [
          statement({ verb: 'create', object: index.id }, define(textIn(index, 'definition'))),
          ...statisticsOf(index),
          ...rolesOfIndex(index, ownNameOf(index), context),
          ...createComment(index),
        ]
      : { refused: notValid },
  drop: (index) => [statement({ verb: 'drop', object: index.id }, drop(addressOf(index)))],
  alter: ({ to, attributes }) => {
    if (attributes.some((name) => name !== 'comment' && name !== 'clustered')) return 'replace'
    return [
      ...(attributes.includes('clustered') ? [clusterOn(to, ownNameOf(to))] : []),
      ...(attributes.includes('comment') ? [writeComment(to)] : []),
    ]
  },
}

const notValid =
  'it is invalid, and no ALTER changes that. Rebuild it (reindex), attach the indexes of all partitions, or drop it'

/** How exactly the values of an expression are counted. */
function statisticsOf(index: CatalogObject): Statement[] {
  return recordsOf(index, 'statistics').map(({ column, target }) =>
    statement(
      { verb: 'alter', object: index.id },
      {
        kind: 'alterColumn',
        subject: addressOf(index),
        column: spell(column),
        part: 'set statistics',
        value: spell(target),
      },
      { attribute: 'statistics' },
    ),
  )
}
