import type { CatalogObject } from '../../model/catalog.ts'
import type { Altered } from '../../model/diff.ts'
import { textsOf, spell } from '../attribute.ts'
import { createComment, writeComment } from '../facets/comment.ts'
import { alterOptions } from '../facets/options.ts'
import { alterRights, createColumnRights } from '../facets/rights.ts'
import { ownNameOf, parentNameOf } from '../name.ts'
import type { Context, Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** What is said of single columns of views: the column itself comes and goes with the query. */
export const viewColumnRule: Rule = {
  kind: 'viewColumn',
  create: (column) => [
    ...settings(column),
    ...createComment(column),
    ...createColumnRights(column),
  ],
  // Nothing is said of it any more.
  drop: (column, context) =>
    alterColumn(
      { from: column, to: bare(column), attributes: Object.keys(column.attributes) },
      context,
    ),
  alter: alterColumn,
}

/** How values of a materialised view are stored, and what a view's column has when nothing is given. */
const usual: Readonly<Record<string, string>> = {
  default: 'drop default',
  storage: 'set storage default',
  compression: 'set compression default',
  statistics: 'set statistics -1',
}

function bare(column: CatalogObject): CatalogObject {
  return { ...column, attributes: {} }
}

function settings(column: CatalogObject): Statement[] {
  const options = textsOf(column, 'options')
  return [
    ...Object.keys(usual)
      .filter((name) => (column.attributes[name] ?? null) !== null)
      .map((name) => setting(column, name)),
    ...(options.length === 0 ? [] : [alterView(column, `set (${options.join(', ')})`)]),
  ]
}

function alterColumn(
  change: Pick<Altered, 'from' | 'to' | 'attributes'>,
  context: Context,
): Statement[] {
  const { from, to, attributes } = change
  return [
    ...Object.keys(usual)
      .filter((name) => attributes.includes(name) && isSaid(from, to, name))
      .map((name) => setting(to, name)),
    ...alterOptions({ kind: 'altered', ...change }, 'options').map((each) => alterView(to, each)),
    ...(attributes.includes('comment') && isSaid(from, to, 'comment') ? [writeComment(to)] : []),
    ...(attributes.includes('rights') ? alterRights(from, to, context) : []),
  ]
}

function isSaid(from: CatalogObject, to: CatalogObject, name: string): boolean {
  return [from, to].some(({ attributes }) => (attributes[name] ?? null) !== null)
}

function setting(column: CatalogObject, name: string): Statement {
  const value = column.attributes[name] ?? null
  return alterView(column, value === null ? (usual[name] ?? '') : `set ${name} ${spell(value)}`)
}

function alterView(column: CatalogObject, action: string): Statement {
  const word =
    column.parent?.startsWith('materializedView ') === true ? 'materialized view' : 'view'
  return statement(
    { verb: 'alter', object: column.id },
    `alter ${word} ${parentNameOf(column)}\n  alter column ${ownNameOf(column)} ${action}`,
  )
}
