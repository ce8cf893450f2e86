import type { Catalog, CatalogObject } from '../../model/catalog.ts'
import { childrenOf } from '../../model/catalog.ts'
import { addPart, create, define } from '../action.ts'
import { comesInline, isCreatedApart, partsThatComeWith } from './attached/coming.ts'
import { isNamedKey } from './attached/named-keys.ts'
import type { Action } from '../action.ts'
import { flagOf, textIn, textOf, textsOf } from '../../model/attribute.ts'
import { createComment } from './facets/comment.ts'
import { createFacets } from './facets/facets.ts'
import { createColumnRights } from './facets/rights.ts'
import { asOwn, hasOwnDefault, ownDefault, ownNotNull } from './inherited-column.ts'
import { attachedTo, idAt, idsAt, isOfKind, nameOf } from '../../model/object-id.ts'
import { ownNameOf, tableAddress } from './facets/name.ts'
import type { Context, Refusal } from '../rule.ts'
import { ofAttribute, statement } from '../statement.ts'
import type { Statement } from '../statement.ts'
import { makeNotNullOwn } from './partition-not-null.ts'
import { columnDefinition, columnExtras, ownedSequences } from './column-text.ts'
import { clusterIfOn, commentOnIndex, definitionWithOptions } from './index-extras.ts'
import { findMergedKeys } from './merged-keys.ts'
import { tellColumnSecrets } from './foreign-column.ts'
import { optionList, tellSecrets } from './option-clauses.ts'
import { partOf } from './part-statement.ts'
import { attachTo } from './attached/attach-table.ts'
import { alterTable, rowSecurity } from './table-alter.ts'

/** Whether a child comes with CREATE TABLE itself. */
export function comesWithTable(child: CatalogObject): boolean {
  return child.kind === 'column' || (child.kind === 'constraint' && comesInline(child))
}

/** CREATE TABLE with columns and constraints, and all that is said of the table and of them. */
export function createTable(
  table: CatalogObject,
  context: Context,
): readonly Statement[] | Refusal {
  if (textOf(table, 'tablespace') !== null)
    return { refused: 'a table in a tablespace cannot be made' }
  const children = childrenOf(context.to, table.id).filter(comesWithTable)
  const columns = children.filter(({ kind }) => kind === 'column')
  const constraints = children.filter(({ kind }) => kind === 'constraint')
  const merged = findMergedKeys([...constraints, ...keysThatComeWith(table, context)], context.to)
  const inline = constraints.filter(
    (constraint) => flagOf(constraint, 'validated') && !merged.has(constraint),
  )
  const replica = textOf(table, 'replicaIdentity') ?? 'default'
  return [
    ...createWith(table, [...columns, ...inline], context),
    ...ofAttribute('ofType', makeTyped(table)),
    ...constraints
      .filter((constraint) => !inline.includes(constraint))
      .map((constraint) => addTo(table, constraint)),
    ...((textOf(table, 'rowSecurity') ?? 'off') === 'off' ? [] : rowSecurity(table)),
    ...(replica === 'default' || needsLaterIndex(replica, constraints)
      ? []
      : ofAttribute('replicaIdentity', [alterTable(table, `replica identity ${replica}`)])),
    ...createFacets(table, context),
    ...constraints.flatMap((constraint) => [
      ...createComment(constraint),
      ...commentOnIndex(constraint),
      ...clusterIfOn(constraint, textOf(constraint, 'index') ?? ''),
    ]),
    ...columns.flatMap((column) => createColumn(column, table, context)),
  ]
}

/** Its columns are those of the type already: options that CREATE TABLE has no place for are with them. */
function makeTyped(table: CatalogObject): Statement[] {
  const type = textOf(table, 'ofType')
  return type === null ? [] : [alterTable(table, `of ${type}`)]
}

function addTo(table: CatalogObject, constraint: CatalogObject): Statement {
  const action = addPart(partOf(constraint), definitionOfKey(constraint))
  return { ...statement({ verb: 'alter', object: table.id }, action), attribute: 'constraint' }
}

function createColumn(column: CatalogObject, table: CatalogObject, context: Context): Statement[] {
  const { to: catalog } = context
  return [
    ...columnExtras(column),
    ...makeNotNullOwn(column, catalog),
    // CREATE TABLE says that of a partition.
    ...(idAt(table, 'partitionOf') === null ? ownDefault(column, catalog) : []),
    ...ownedSequences(column, catalog),
    ...createComment(column),
    ...createColumnRights(column, context),
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

/** CREATE TABLE with columns and constraints. A partition may be attached then. */
function createWith(
  table: CatalogObject,
  parts: readonly CatalogObject[],
  context: Context,
): Statement[] {
  if (isCreatedApart(table, context)) return createApart(table, parts, context)
  return [
    statement(
      { verb: 'create', object: table.id },
      tableAction(table, parts, context.to),
      tellTableSecrets(table, parts),
    ),
    ...parts.flatMap((part) => (part.kind === 'column' ? ownNotNull(part, context.to) : [])),
  ]
}

function createApart(
  table: CatalogObject,
  parts: readonly CatalogObject[],
  context: Context,
): Statement[] {
  const parent = idAt(table, 'partitionOf')
  if (parent === null) return []
  const keys = keysThatComeWith(table, context)
  const merged = findMergedKeys(keys, context.to)
  const inline = keys.filter((key) => !merged.has(key))
  const single = { ...table, attributes: { ...table.attributes, partitionOf: null } }
  const columns = parts.map((part) => (part.kind === 'column' ? asOwn(part) : part))
  const about = { verb: 'create', object: table.id } as const
  return [
    statement(about, tableAction(single, [...columns, ...inline], context.to)),
    ...[...merged].map((key) => addTo(table, key)),
    ...partsThatComeWith(table, context)
      .filter(({ kind }) => kind === 'index')
      .map((index) => ({
        ...statement({ verb: 'alter', object: table.id }, define(textIn(index, 'definition'))),
        attribute: 'attach',
      })),
    attachTo(parent, table),
  ]
}

/** The keys that a partition has before it is attached. */
function keysThatComeWith(table: CatalogObject, context: Context): CatalogObject[] {
  if (!isCreatedApart(table, context)) return []
  return partsThatComeWith(table, context).filter(
    (part) =>
      part.kind === 'constraint' &&
      (part.attributes['type'] !== 'foreign' || isNamedKey(part, context)),
  )
}

function tableAction(
  table: CatalogObject,
  parts: readonly CatalogObject[],
  catalog: Catalog,
): Action {
  const lines = parts.flatMap((part) => lineOf(part, table, catalog))
  const unlogged = textOf(table, 'persistence') === 'unlogged' ? 'unlogged ' : ''
  const list = `(\n${lines.map((line) => `  ${line}`).join(',\n')}\n)`
  const parent = idAt(table, 'partitionOf')
  const body =
    parent === null
      ? ` ${list}`
      : ` partition of ${nameOf(parent)}${lines.length === 0 ? '' : ` ${list}`}\n${textIn(table, 'bound')}`
  const tail = isOfKind(table.id, 'foreignTable') ? foreignTail(table) : tailOf(table)
  return create(`${unlogged}${tableAddress(table.id)}`, [body, ...tail].join('\n'))
}

/** A column or a constraint in the list; of a column of a partition at most its default. */
function lineOf(part: CatalogObject, table: CatalogObject, catalog: Catalog): string[] {
  const own = ownNameOf(part)
  if (part.kind !== 'column') return [`constraint ${own} ${definitionOfKey(part)}`]
  if (isOwnOf(part, table)) return [`${own} ${columnDefinition(part, catalog)}`]
  return idAt(table, 'partitionOf') !== null && hasOwnDefault(part, catalog)
    ? [`${own} default ${textOf(part, 'default') ?? 'null'}`]
    : []
}

/** What CREATE FOREIGN TABLE tells where it has stand-ins for secrets. */
function tellTableSecrets(
  table: CatalogObject,
  parts: readonly CatalogObject[],
): Pick<Statement, 'tells'> {
  const columns = parts.filter(({ kind }) => kind === 'column').map(tellColumnSecrets)
  const told = [tellSecrets(tableAddress(table.id), table), ...columns].flatMap(
    ({ tells }) => tells ?? [],
  )
  return told.length === 0 ? {} : { tells: told.join('. ') }
}

/** What follows the list of columns. */
function tailOf(table: CatalogObject): string[] {
  const key = textOf(table, 'partitionKey')
  const method = textOf(table, 'accessMethod')
  const options = [
    ...textsOf(table, 'options'),
    ...textsOf(table, 'toastOptions').map((option) => `toast.${option}`),
  ]
  return [
    ...inheritsClause(table),
    ...(key === null ? [] : [`partition by ${key}`]),
    ...(method === null || method === 'heap' ? [] : [`using ${method}`]),
    ...(options.length === 0 ? [] : [`with (${options.join(', ')})`]),
  ]
}

/** The same of a foreign table: where its rows are. */
function foreignTail(table: CatalogObject): string[] {
  return [...inheritsClause(table), `server ${textIn(table, 'server')}`, ...optionList(table)]
}

function inheritsClause(table: CatalogObject): string[] {
  const inherits = idsAt(table, 'inherits').map(nameOf)
  return inherits.length === 0 ? [] : [`inherits (${inherits.join(', ')})`]
}

/** A local column, which may also be inherited; a partition has none. */
function isOwnOf(column: CatalogObject, table: CatalogObject): boolean {
  return flagOf(column, 'local') && idAt(table, 'partitionOf') === null
}

/** Of one that follows another one, the options are told apart. */
function definitionOfKey(part: CatalogObject): string {
  return attachedTo(part) === null ? definitionWithOptions(part) : textIn(part, 'definition')
}
