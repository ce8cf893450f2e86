import type { Catalog, CatalogObject } from '../../model/catalog.ts'
import { childrenOf } from '../../model/catalog.ts'
import { addPart, create } from '../action.ts'
import type { Action } from '../action.ts'
import { flagOf, textIn, textOf, textsOf } from '../../model/attribute.ts'
import { createComment } from './facets/comment.ts'
import { createFacets } from './facets/facets.ts'
import { createColumnRights } from './facets/rights.ts'
import { idAt, idsAt, nameOf } from '../../model/object-id.ts'
import { ownNameOf } from './facets/name.ts'
import type { Context, Refusal } from '../rule.ts'
import { ofAttribute, statement } from '../statement.ts'
import type { Statement } from '../statement.ts'
import { alterColumn } from './column-statement.ts'
import { columnDefinition, columnExtras, ownedSequences } from './column-text.ts'
import { clusterIfOn, commentOnIndex, optionsOfIndex } from './index-extras.ts'
import { inheritedFrom } from './inheritance.ts'
import { partOf } from './part-statement.ts'
import { alterTable, rowSecurity } from './table-alter.ts'

/** Whether a child comes with CREATE TABLE itself. */
export function comesWithTable({ kind, attributes }: CatalogObject): boolean {
  return kind === 'column' || (kind === 'constraint' && attributes['type'] !== 'foreign')
}

/** What CREATE TABLE is not asked for here. */
const unknowns: Readonly<Record<string, string>> = {
  ofType: 'of a type (create table … of …)',
  tablespace: 'in a tablespace',
}

/** CREATE TABLE with columns and constraints, and all that is said of the table and of them. */
export function createTable(
  table: CatalogObject,
  context: Context,
): readonly Statement[] | Refusal {
  const unknown = Object.keys(unknowns).find((name) => (table.attributes[name] ?? null) !== null)
  if (unknown !== undefined) return { refused: `a table ${unknowns[unknown] ?? ''} cannot be made` }
  const children = childrenOf(context.to, table.id).filter(comesWithTable)
  const columns = children.filter(({ kind }) => kind === 'column')
  const constraints = children.filter(({ kind }) => kind === 'constraint')
  const inline = constraints.filter((constraint) => flagOf(constraint, 'validated'))
  const replica = textIn(table, 'replicaIdentity')
  return [
    statement(
      { verb: 'create', object: table.id },
      tableAction(table, [...columns, ...inline], context.to),
    ),
    ...constraints
      .filter((constraint) => !inline.includes(constraint))
      .map((constraint) => ({
        ...statement(
          { verb: 'alter', object: table.id },
          addPart(partOf(constraint), textIn(constraint, 'definition')),
        ),
        attribute: 'constraint',
      })),
    ...(textOf(table, 'rowSecurity') === 'off' ? [] : rowSecurity(table)),
    ...(replica === 'default' || needsLaterIndex(replica, constraints)
      ? []
      : ofAttribute('replicaIdentity', [alterTable(table, `replica identity ${replica}`)])),
    ...createFacets(table, context),
    ...constraints.flatMap((constraint) => [
      ...createComment(constraint),
      ...commentOnIndex(constraint),
      ...optionsOfIndex(constraint),
      ...clusterIfOn(constraint, textOf(constraint, 'index') ?? ''),
    ]),
    ...columns.flatMap((column) => createColumn(column, context.to)),
  ]
}

function createColumn(column: CatalogObject, catalog: Catalog): Statement[] {
  return [
    ...columnExtras(column),
    ...ownDefault(column, catalog),
    ...ownedSequences(column, catalog),
    ...createComment(column),
    ...createColumnRights(column),
  ]
}

/** An index that is no constraint's comes later, and says then that it identifies rows. */
function needsLaterIndex(replica: string, constraints: readonly CatalogObject[]): boolean {
  return (
    replica.startsWith('using index') &&
    !constraints.some(
      (constraint) => replica === `using index ${textOf(constraint, 'index') ?? ''}`,
    )
  )
}

function tableAction(
  table: CatalogObject,
  parts: readonly CatalogObject[],
  catalog: Catalog,
): Action {
  const lines = parts
    .filter((part) => part.kind !== 'column' || isOwn(part, catalog))
    .map(
      (part) =>
        `${part.kind === 'column' ? '' : 'constraint '}${ownNameOf(part)} ${definitionOf(part, catalog)}`,
    )
  const unlogged = textOf(table, 'persistence') === 'unlogged' ? 'unlogged ' : ''
  const list = `(\n${lines.map((line) => `  ${line}`).join(',\n')}\n)`
  const parent = idAt(table, 'partitionOf')
  const body =
    parent === null
      ? ` ${list}`
      : ` partition of ${nameOf(parent)}${lines.length === 0 ? '' : ` ${list}`}\n${textIn(table, 'bound')}`
  return create(`${unlogged}table ${nameOf(table.id)}`, [body, ...tailOf(table)].join('\n'))
}

/** What follows the list of columns. */
function tailOf(table: CatalogObject): string[] {
  const inherits = idsAt(table, 'inherits').map(nameOf)
  const key = textOf(table, 'partitionKey')
  const method = textOf(table, 'accessMethod')
  const options = [
    ...textsOf(table, 'options'),
    ...textsOf(table, 'toastOptions').map((option) => `toast.${option}`),
  ]
  return [
    ...(inherits.length === 0 ? [] : [`inherits (${inherits.join(', ')})`]),
    ...(key === null ? [] : [`partition by ${key}`]),
    ...(method === null || method === 'heap' ? [] : [`using ${method}`]),
    ...(options.length === 0 ? [] : [`with (${options.join(', ')})`]),
  ]
}

/** A local column, which may also be inherited; a partition has none. */
function isOwn(column: CatalogObject, { objects }: Catalog): boolean {
  const table = objects.get(column.parent ?? '')
  return flagOf(column, 'local') && (table?.attributes['partitionOf'] ?? null) === null
}

/** An inherited column may have a local default. */
function ownDefault(column: CatalogObject, catalog: Catalog): Statement[] {
  const parent = inheritedFrom(column, catalog)
  if (parent === undefined || isOwn(column, catalog)) return []
  const [inherited, own] = [textOf(parent, 'default'), textOf(column, 'default')]
  if (inherited === own || textOf(column, 'generated') !== null) return []
  const setting =
    own === null
      ? ({ part: 'drop default' } as const)
      : ({ part: 'set default', value: own } as const)
  return [alterColumn(column, setting, { attribute: 'default' })]
}

function definitionOf(part: CatalogObject, catalog: Catalog): string {
  return part.kind === 'column' ? columnDefinition(part, catalog) : textIn(part, 'definition')
}
