import type { CatalogObject, Value } from '../../model/catalog.ts'
import { isSameValue } from '../../model/diff.ts'
import type { Altered } from '../../model/diff.ts'
import { flagOf, recordOf, textIn, textOf } from '../attribute.ts'
import { createComment, writeComment } from '../facets/comment.ts'
import { alterRights, createColumnRights } from '../facets/rights.ts'
import { ownNameOf, parentNameOf } from '../name.ts'
import type { Context, Refusal, Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'
import { columnText, identityText } from './column-text.ts'

/** Columns of tables that were there before; those of a new table come with it. */
export const columnRule: Rule = {
  kind: 'column',
  create: (column) => [
    alterTable(column, `add column ${columnText(column)}`, 'create'),
    ...storageOf(column),
    ...createComment(column),
    ...createColumnRights(column),
  ],
  drop: (column) => [
    statement(
      'drop',
      column.id,
      `alter table ${parentNameOf(column)}\n  drop column ${ownNameOf(column)}`,
      {
        hazards: ['data_loss', 'blocks_reads', 'breaks_clients'],
      },
    ),
  ],
  alter: (change, context) => alterColumn(change, context),
  // A computed column is computed again: nothing of it is lost.
  detach: (column) =>
    textOf(column, 'generated') === null
      ? [alterTable(column, `alter column ${ownNameOf(column)} drop default`)]
      : [alterTable(column, `drop column ${ownNameOf(column)}`, 'drop')],
  attach: (column, context) => {
    if (textOf(column, 'generated') !== null) return columnRule.create(column, context)
    const text = textOf(column, 'default')
    return text === null
      ? []
      : [alterTable(column, `alter column ${ownNameOf(column)} set default ${text}`)]
  },
  blockedBy: ({ attributes }) => (attributes.includes('type') ? standInTheWayOfType : []),
}

/** What PostgreSQL does not rebuild by itself when a column's type changes (manual, ALTER TABLE, Notes). */
const standInTheWayOfType = [
  'view',
  'materializedView',
  'rule',
  'policy',
  'trigger',
  'publicationMember',
  'function',
  'column',
]

/** What a column's row in the catalog can change to, an attribute at a time, in this order. */
const changes: Readonly<Record<string, (change: Altered) => readonly Statement[] | Refusal>> = {
  generated: ({ from, to }) => remake(from, to),
  identity: ({ from, to }) => alterIdentity(from, to),
  type: ({ to, from }) => alterType(from, to),
  default: ({ to }) => alterDefault(to),
  notNull: ({ to }) => alterNotNull(to),
  storage: ({ to }) => storageOf(to),
  compression: ({ to }) => [
    alterTable(
      to,
      `alter column ${ownNameOf(to)} set compression ${textOf(to, 'compression') ?? 'default'}`,
    ),
  ],
  statistics: ({ to }) => [
    alterTable(
      to,
      `alter column ${ownNameOf(to)} set statistics ${String(to.attributes['statistics'] ?? -1)}`,
    ),
  ],
  comment: ({ to }) => [writeComment(to)],
}

function alterColumn(change: Altered, context: Context): readonly Statement[] | Refusal {
  const known = Object.keys(changes)
  const unknown = change.attributes.filter(
    (name) => !known.includes(name) && name !== 'rights' && name !== 'collation',
  )
  if (unknown.length > 0) return { refused: `${unknown.join(', ')} of a column cannot be changed` }
  const statements: Statement[] = []
  for (const name of known.filter(
    (each) =>
      change.attributes.includes(each) ||
      (each === 'type' && change.attributes.includes('collation')),
  )) {
    const made = changes[name]?.(change) ?? []
    if ('refused' in made) return made
    statements.push(...made)
    // The column was made anew: everything else came with it.
    if (name === 'generated')
      return [...statements, ...createComment(change.to), ...createColumnRights(change.to)]
  }
  return [
    ...statements,
    ...(change.attributes.includes('rights') ? alterRights(change.from, change.to, context) : []),
  ]
}

function remake(from: CatalogObject, to: CatalogObject): readonly Statement[] | Refusal {
  if (textOf(to, 'generated') === null) {
    return [alterTable(to, `alter column ${ownNameOf(to)} drop expression`)]
  }
  const lost = textOf(from, 'generated') === null
  return [
    statement('drop', to.id, `alter table ${parentNameOf(to)}\n  drop column ${ownNameOf(to)}`, {
      hazards: lost ? ['data_loss', 'rewrite'] : ['rewrite'],
    }),
    alterTable(to, `add column ${columnText(to)}`, 'create'),
  ]
}

function alterIdentity(from: CatalogObject, to: CatalogObject): Statement[] {
  const [before, after] = [recordOf(from, 'identity'), recordOf(to, 'identity')]
  const own = ownNameOf(to)
  if (after === null) return [alterTable(to, `alter column ${own} drop identity`)]
  if (before === null) {
    // An identity needs a column that is never null.
    const first = flagOf(from, 'notNull')
      ? []
      : [alterTable(to, `alter column ${own} set not null`)]
    return [...first, alterTable(to, `alter column ${own} add ${identityText(after)}`)]
  }
  return [alterTable(to, `alter column ${own} ${identityChanges(before, after)}`)]
}

function identityChanges(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): string {
  const words: Readonly<Record<string, string>> = {
    start: 'start with',
    increment: 'increment by',
    min: 'minvalue',
    max: 'maxvalue',
    cache: 'cache',
  }
  const parts = Object.keys(after).flatMap((name) => {
    if (isSameValue(before[name], after[name])) return []
    if (name === 'always')
      return [`set generated ${after[name] === true ? 'always' : 'by default'}`]
    if (name === 'cycle') return [`set ${after[name] === true ? 'cycle' : 'no cycle'}`]
    return words[name] === undefined ? [] : [`set ${words[name]} ${String(after[name])}`]
  })
  return parts.join(' ')
}

function alterType(from: CatalogObject, to: CatalogObject): Statement[] {
  const own = ownNameOf(to)
  const type = textIn(to, 'type')
  const collation = textOf(to, 'collation')
  const collate = collation === null ? '' : ` collate ${collation}`
  const hadDefault = textOf(from, 'default') !== null && textOf(from, 'generated') === null
  const clear = hadDefault ? [alterTable(to, `alter column ${own} drop default`)] : []
  const restore = hadDefault && textOf(to, 'default') !== null ? alterDefault(to) : []
  return [
    ...clear,
    statement(
      'alter',
      to.id,
      `alter table ${parentNameOf(to)}\n  alter column ${own} type ${type}${collate} using ${own}::${type}`,
      {
        hazards: ['rewrite', 'data_loss'],
      },
    ),
    ...restore,
  ]
}

function alterDefault(column: CatalogObject): Statement[] {
  if (textOf(column, 'generated') !== null) return []
  const text = textOf(column, 'default')
  const own = ownNameOf(column)
  return [
    alterTable(
      column,
      text === null
        ? `alter column ${own} drop default`
        : `alter column ${own} set default ${text}`,
    ),
  ]
}

function alterNotNull(column: CatalogObject): Statement[] {
  const own = ownNameOf(column)
  if (!flagOf(column, 'notNull')) return [alterTable(column, `alter column ${own} drop not null`)]
  return [
    statement(
      'alter',
      column.id,
      `alter table ${parentNameOf(column)}\n  alter column ${own} set not null`,
      {
        hazards: ['scan', 'blocks_reads'],
      },
    ),
  ]
}

function storageOf(column: CatalogObject): Statement[] {
  const storage = textOf(column, 'storage')
  return storage === null
    ? []
    : [alterTable(column, `alter column ${ownNameOf(column)} set storage ${storage}`)]
}

function alterTable(
  column: CatalogObject,
  action: string,
  verb: 'alter' | 'create' | 'drop' = 'alter',
): Statement {
  return statement(verb, column.id, `alter table ${parentNameOf(column)}\n  ${action}`)
}
