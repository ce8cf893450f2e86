import type { CatalogObject } from '../../model/catalog.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import type { ColumnSetting } from '../action.ts'
import { recordsOf, textsOf, spell } from '../../model/attribute.ts'
import { createComment, writeComment } from './facets/comment.ts'
import { alterOptions } from './facets/options.ts'
import { alterRights, createColumnRights } from './facets/rights.ts'
import { ownNameOf, parentNameOf } from './facets/name.ts'
import type { Context, Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'
import { defaultStorage } from './usual-storage.ts'
import { isOfKind } from '../../model/object-id.ts'

/** Attributes of single columns of views: the column is created and dropped with the query. */
export const viewColumnRule: Rule = {
  kind: 'viewColumn',
  looksAtData: true,
  create: (column, context) => [
    ...settings(column, context),
    ...createComment(column),
    ...createColumnRights(column, context),
  ],
  // Nothing is said of it any more.
  drop: (column, context) =>
    alterColumn(
      { from: column, to: bare(column), attributes: Object.keys(column.attributes) },
      context,
    ),
  alter: alterColumn,
}

/** The default attributes of a view's column, without how a materialized view stores its values. */
const byDefault = {
  default: { part: 'drop default' },
  compression: { part: 'set compression', value: 'default' },
  statistics: { part: 'set statistics', value: '-1' },
} as const

function bare(column: CatalogObject): CatalogObject {
  return { ...column, attributes: {} }
}

const settable = ['default', 'storage', 'compression', 'statistics'] as const

function settings(column: CatalogObject, context: Context): Statement[] {
  const options = textsOf(column, 'options')
  return [
    ...settable
      .filter((name) => (column.attributes[name] ?? null) !== null)
      .map((name) => setting(column, name, context)),
    ...(options.length === 0
      ? []
      : [alterView(column, { part: 'set', value: `(${options.join(', ')})` })]),
  ]
}

function alterColumn(
  change: Pick<Altered, 'from' | 'to' | 'attributes'>,
  context: Context,
): Statement[] {
  const { from, to, attributes } = change
  return [
    ...settable
      .filter((name) => attributes.includes(name) && isSaid(from, to, name))
      .map((name) => setting(to, name, context)),
    ...alterOptions({ kind: 'altered', ...change }, 'options').map((each) => alterView(to, each)),
    ...(attributes.includes('comment') && isSaid(from, to, 'comment') ? [writeComment(to)] : []),
    ...(attributes.includes('rights') ? alterRights(from, to, context) : []),
  ]
}

function isSaid(from: CatalogObject, to: CatalogObject, name: string): boolean {
  return [from, to].some(({ attributes }) => (attributes[name] ?? null) !== null)
}

function setting(
  column: CatalogObject,
  name: (typeof settable)[number],
  context: Context,
): Statement {
  const value = column.attributes[name] ?? null
  if (value !== null) return alterView(column, { part: `set ${name}`, value: spell(value) })
  if (name !== 'storage') return alterView(column, byDefault[name])
  const storage = defaultStorage(typeOf(column, context), context.to.serverVersion)
  return alterView(column, { part: 'set storage', value: storage })
}

/** The type, which the view says of its columns. */
function typeOf(column: CatalogObject, { from, to }: Context): string {
  const view = to.objects.get(column.parent ?? '') ?? from.objects.get(column.parent ?? '')
  if (view === undefined) throw new Error(`${column.id} has no view`)
  const own = recordsOf(view, 'columns').find(({ name }) => name === ownNameOf(column))
  return spell(own?.['type'])
}

function alterView(column: CatalogObject, set: ColumnSetting): Statement {
  const word = isOfKind(column.parent, 'materializedView') ? 'materialized view' : 'view'
  return statement(
    { verb: 'alter', object: column.id },
    {
      kind: 'alterColumn',
      subject: `${word} ${parentNameOf(column)}`,
      column: ownNameOf(column),
      ...set,
    },
  )
}
