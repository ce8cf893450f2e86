import type { CatalogObject } from '../../model/catalog.ts'
import { isSameValue } from '../../model/compare-catalogs.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { quoteName } from '../../sql/quote.ts'
import { addPart, comment, renameTo } from '../action.ts'
import { flagOf, textOf } from '../../model/attribute.ts'
import { schemaNameOf, unquoteName } from '../../model/qualified-name.ts'
import { isOfForeignTable } from '../../model/parent-tables.ts'
import { ownNameOf, parentNameOf, parentTableAddress } from './facets/name.ts'
import { idAt } from '../../model/object-id.ts'
import type { Catalog } from '../../model/catalog.ts'
import { inheritedFrom } from './inheritance.ts'
import { ofAttribute, statement } from '../statement.ts'
import type { Statement } from '../statement.ts'
import { alterColumn, alterTable } from './column-statement.ts'

/** NOT NULL as CREATE TABLE and ADD COLUMN spell it; nothing where it is added apart, unchecked. */
export function notNullText(column: CatalogObject): string[] {
  if (!flagOf(column, 'notNull') || !isValidated(column)) return []
  const name = textOf(column, 'notNullName')
  const inherit = flagOf(column, 'notNullNoInherit') ? ' no inherit' : ''
  return [...(name === null ? [] : [`constraint ${name}`]), `not null${inherit}`]
}

/** What ADD COLUMN and CREATE TABLE cannot say of a NOT NULL. */
export function notNullExtras(column: CatalogObject): Statement[] {
  return [
    ...ofAttribute('notNull', isValidated(column) ? [] : [addNotNull(column)]),
    ...(textOf(column, 'notNullComment') === null ? [] : [writeNotNullComment(column)]),
  ]
}

/** Sets or drops NOT NULL, or changes its name, whether it is inherited and checked, and its comment. */
export function alterNotNull({ from, to }: Altered): Statement[] {
  if (!flagOf(to, 'notNull')) return [alterColumn(to, { part: 'drop not null' })]
  if (!flagOf(from, 'notNull')) return makeNotNull(from, to)
  if (isValidated(from) && !isValidated(to))
    return [alterColumn(to, { part: 'drop not null' }), addNotNull(to), ...restoreComment(to)]
  return alterConstraint(from, to)
}

/**
 * Whether the NOT NULL that a partition has of its partitioned table has another name than that one's, which it can have
 * from the time before it was attached alone.
 */
export function keepsOwnNotNull(column: CatalogObject, catalog: Catalog): boolean {
  if (catalog.serverVersion < 180_000 || !flagOf(column, 'notNull')) return false
  const parent = partitionedColumn(column, catalog)
  return (
    parent !== undefined &&
    flagOf(parent, 'notNull') &&
    textOf(column, 'notNullName') === null &&
    nameOfNotNull(column) !== nameOfNotNull(parent)
  )
}

/** The column of the partitioned table that a partition's column is of. */
export function partitionedColumn(
  column: CatalogObject,
  catalog: Catalog,
): CatalogObject | undefined {
  const table = catalog.objects.get(column.parent ?? '')
  const isPartition = table !== undefined && idAt(table, 'partitionOf') !== null
  return isPartition ? inheritedFrom(column, catalog) : undefined
}

/** Adding an identity sets it, too. */
export function makeNotNull(from: CatalogObject, to: CatalogObject): Statement[] {
  const comes = hasIdentity(to) && !hasIdentity(from)
  const plain = comes ? [] : [setNotNull(to)]
  return [...(isPlain(to) ? plain : [addNotNull(to)]), ...restoreComment(to)]
}

function alterConstraint(from: CatalogObject, to: CatalogObject): Statement[] {
  const [before, after] = [nameOfNotNull(from), nameOfNotNull(to)]
  const changes = (name: string): boolean =>
    !isSameValue(from.attributes[name], to.attributes[name])
  // PostgreSQL alters no constraint of a foreign table, and has no row of one to look at.
  if (changes('notNullNoInherit') && isOfForeignTable(to))
    return [alterColumn(to, { part: 'drop not null' }), ...makeNotNull(from, to)]
  // One that is inherited is renamed with the parent's, or before its table is attached.
  const isOwn = textOf(to, 'notNullInherited') === null
  return [
    ...(isOwn && before !== after ? [renameNotNull(to, before, after)] : []),
    ...(changes('notNullNoInherit') ? [alterInheritance(to, after)] : []),
    ...(changes('notNullValidated')
      ? [alterTable(to, `validate constraint ${after}`, { attribute: 'notNullValidated' })]
      : []),
    ...(changes('notNullComment') ? [writeNotNullComment(to)] : []),
  ]
}

function alterInheritance(column: CatalogObject, name: string): Statement {
  const inherit = flagOf(column, 'notNullNoInherit') ? 'no inherit' : 'inherit'
  return alterTable(column, `alter constraint ${name} ${inherit}`)
}

/** Whether a NOT NULL that is inherited stays when its table is no heir any more. */
export function comesToBeOwn({ from, to }: Altered): boolean {
  return flagOf(from, 'notNull') && flagOf(to, 'notNull') && textOf(to, 'notNullInherited') === null
}

/** Gives NOT NULL of a column that is still its table's own the name that it has in a partition. */
export function renameBeforeAttach(
  from: CatalogObject,
  to: CatalogObject,
  catalog: Catalog,
): Statement[] {
  const [before, after] = [nameOfNotNull(from), nameOfNotNull(to)]
  const isInherited = textOf(to, 'notNullInherited') !== null || keepsOwnNotNull(to, catalog)
  // One that comes was just set, with the usual name.
  const now = flagOf(from, 'notNull') ? before : usualNotNullName(to)
  return isInherited && now !== after ? [renameNotNull(to, now, after)] : []
}

/** Renames the constraint that 18 keeps for a NOT NULL. */
export function renameNotNull(column: CatalogObject, before: string, after: string): Statement {
  return statement(
    { verb: 'alter', object: column.id },
    renameTo(`table ${parentNameOf(column)}`, after, { what: 'constraint', name: before }),
    { attribute: 'notNullName' },
  )
}

function hasIdentity({ attributes }: CatalogObject): boolean {
  return (attributes['identity'] ?? null) !== null
}

function isValidated({ attributes }: CatalogObject): boolean {
  return attributes['notNullValidated'] !== false
}

/** As SET NOT NULL makes it. */
function isPlain(column: CatalogObject): boolean {
  return (
    textOf(column, 'notNullName') === null &&
    isValidated(column) &&
    !flagOf(column, 'notNullNoInherit')
  )
}

function setNotNull(column: CatalogObject): Statement {
  return alterColumn(column, { part: 'set not null' })
}

function addNotNull(column: CatalogObject): Statement {
  const inherit = flagOf(column, 'notNullNoInherit') ? ' no inherit' : ''
  const valid = isValidated(column) ? '' : ' not valid'
  return statement(
    { verb: 'alter', object: column.id },
    addPart(
      {
        subject: parentTableAddress(column),
        part: { what: 'constraint', name: nameOfNotNull(column) },
      },
      `not null ${ownNameOf(column)}${inherit}${valid}`,
    ),
  )
}

/** Writes the comment on a NOT NULL, or takes it away, where it is another one. */
export function commentOnNotNull({ from, to }: Altered): Statement[] {
  return isSameValue(from.attributes['notNullComment'], to.attributes['notNullComment'])
    ? []
    : [writeNotNullComment(to)]
}

function restoreComment(column: CatalogObject): Statement[] {
  return textOf(column, 'notNullComment') === null ? [] : [writeNotNullComment(column)]
}

function writeNotNullComment(column: CatalogObject): Statement {
  const address = `constraint ${nameOfNotNull(column)} on ${parentNameOf(column)}`
  return statement(
    { verb: 'comment', object: column.id },
    comment(address, textOf(column, 'notNullComment')),
  )
}

/** The constraint's name, as SQL spells it: what nobody named is table_column_not_null. */
export function nameOfNotNull(column: CatalogObject): string {
  return (
    textOf(column, 'notNullName') ?? textOf(column, 'notNullInherited') ?? usualNotNullName(column)
  )
}

function usualNotNullName(column: CatalogObject): string {
  const parent = parentNameOf(column)
  const table = unquoteName(parent.slice(schemaNameOf(parent).length + 1))
  const byDefault = `${table}_${unquoteName(ownNameOf(column))}_not_null`
  return /^[a-z_][a-z0-9_]*$/.test(byDefault) ? byDefault : quoteName(byDefault)
}
