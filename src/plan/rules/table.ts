import type { CatalogObject } from '../../model/catalog.ts'
import type { Altered } from '../../model/diff.ts'
import { childrenOf } from '../../model/catalog.ts'
import { textIn, textOf, textsOf } from '../attribute.ts'
import { createComment } from '../facets/comment.ts'
import { alterFacets, createFacets, withoutFacets } from '../facets/facets.ts'
import { createColumnRights } from '../facets/rights.ts'
import { nameOf, ownNameOf } from '../name.ts'
import type { Context, Refusal, Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'
import { columnText } from './column-text.ts'

/** Tables. Columns and constraints other than foreign keys come with a new one; the rest follows by its own rules. */
export const tableRule: Rule = {
  kind: 'table',
  makes: ({ kind, attributes }) =>
    kind === 'column' || (kind === 'constraint' && attributes['type'] !== 'foreign'),
  create: (table, context) => createTable(table, context),
  drop: (table) => [
    statement('drop', table.id, `drop table ${nameOf(table.id)}`, {
      hazards: ['data_loss', 'breaks_clients'],
    }),
  ],
  alter: (change, context) => {
    const outcomes = withoutFacets(change).map(
      (name) => changes[name]?.(change) ?? { refused: `${name} of a table cannot be changed` },
    )
    const refused = outcomes.find((outcome): outcome is Refusal => 'refused' in outcome)
    if (refused !== undefined) return refused
    return [
      ...outcomes.flatMap((outcome) => ('refused' in outcome ? [] : outcome)),
      ...alterFacets(change, context),
    ]
  },
}

/** What of a table can be changed in place. */
const changes: Readonly<Record<string, (change: Altered) => readonly Statement[] | Refusal>> = {
  rowSecurity: ({ to }) => rowSecurity(to),
  replicaIdentity: ({ to }) => [
    alterTable(to, `replica identity ${textIn(to, 'replicaIdentity')}`),
  ],
  persistence: ({ to }) => [
    statement(
      'alter',
      to.id,
      `alter table ${nameOf(to.id)}\n  set ${textIn(to, 'persistence') === 'unlogged' ? 'unlogged' : 'logged'}`,
      {
        hazards: ['rewrite'],
      },
    ),
  ],
  options: ({ from, to }) => alterOptions(from, to, { attribute: 'options', prefix: '' }),
  toastOptions: ({ from, to }) =>
    alterOptions(from, to, { attribute: 'toastOptions', prefix: 'toast.' }),
}

function createTable(table: CatalogObject, context: Context): readonly Statement[] | Refusal {
  const special = ['partitionKey', 'partitionOf', 'inherits'].find((name) => !isEmpty(table, name))
  if (special !== undefined) return { refused: `a table with ${special} cannot be made yet` }
  const children = childrenOf(context.to, table.id)
  const columns = children.filter(({ kind }) => kind === 'column')
  const constraints = children.filter(
    (child) => child.kind === 'constraint' && tableRule.makes?.(child) === true,
  )
  const lines = [...columns.map(columnText), ...constraints.map(constraintText)].map(
    (line) => `  ${line}`,
  )
  const unlogged = textOf(table, 'persistence') === 'unlogged' ? 'unlogged ' : ''
  const options = textsOf(table, 'options')
  const storage = options.length === 0 ? '' : `\nwith (${options.join(', ')})`
  return [
    statement(
      'create',
      table.id,
      `create ${unlogged}table ${nameOf(table.id)} (\n${lines.join(',\n')}\n)${storage}`,
    ),
    ...(textOf(table, 'rowSecurity') === 'off' ? [] : rowSecurity(table)),
    ...(textOf(table, 'replicaIdentity') === 'default'
      ? []
      : [alterTable(table, `replica identity ${textIn(table, 'replicaIdentity')}`)]),
    ...createFacets(table, context),
    ...[...columns, ...constraints].flatMap((child) => createComment(child)),
    ...columns.flatMap((column) => createColumnRights(column)),
  ]
}

function constraintText(constraint: CatalogObject): string {
  return `constraint ${ownNameOf(constraint)} ${textIn(constraint, 'definition')}`
}

function rowSecurity(table: CatalogObject): Statement[] {
  const state = textIn(table, 'rowSecurity')
  return [
    alterTable(table, state === 'off' ? 'disable row level security' : 'enable row level security'),
    alterTable(
      table,
      state === 'forced' ? 'force row level security' : 'no force row level security',
    ),
  ].filter(
    ({ sql }) =>
      state === 'forced' || !sql.endsWith('no force row level security') || state === 'off',
  )
}

function alterOptions(
  from: CatalogObject,
  to: CatalogObject,
  { attribute, prefix }: { readonly attribute: string; readonly prefix: string },
): Statement[] {
  const [before, after] = [textsOf(from, attribute), textsOf(to, attribute)]
  const gone = before.map(optionName).filter((name) => !after.map(optionName).includes(name))
  const come = after.filter((option) => !before.includes(option))
  return [
    ...(gone.length === 0
      ? []
      : [alterTable(to, `reset (${gone.map((name) => prefix + name).join(', ')})`)]),
    ...(come.length === 0
      ? []
      : [alterTable(to, `set (${come.map((option) => prefix + option).join(', ')})`)]),
  ]
}

function optionName(option: string): string {
  return option.split('=')[0] ?? option
}

function isEmpty(table: CatalogObject, name: string): boolean {
  const value = table.attributes[name] ?? null
  return value === null || (Array.isArray(value) && value.length === 0)
}

function alterTable(table: CatalogObject, action: string): Statement {
  return statement('alter', table.id, `alter table ${nameOf(table.id)}\n  ${action}`)
}
