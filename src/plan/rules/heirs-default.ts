import { textOf } from '../../model/attribute.ts'
import type { CatalogObject } from '../../model/catalog.ts'
import { childId } from '../../model/object-id.ts'
import { childTablesOf } from '../../model/parent-tables.ts'
import type { ColumnSetting } from '../action.ts'
import type { Context } from '../rule.ts'
import type { Statement } from '../statement.ts'
import { moves } from './attached/partitions.ts'
import { alterColumn } from './column-statement.ts'
import { ownNameOf } from './facets/name.ts'
import { inheritedFrom } from './inheritance.ts'

/**
 * Sets or drops the default of a column, with those of the columns that inherit it where these are to be alike: nothing
 * where the statement about its parent does so.
 */
export function sayDefault(
  column: CatalogObject,
  setting: ColumnSetting,
  context: Context,
): Statement[] {
  if (isSaidByParent(column, context)) return []
  const only = !isSaidOfHeirs(column, context)
  return [alterColumn(column, setting, { only, attribute: 'default' })]
}

/** Whether what is said of the default of the column that it is inherited from is said of it, too. */
export function isSaidByParent(column: CatalogObject, context: Context): boolean {
  const parent = inheritedFrom(column, context.to)
  return (
    parent !== undefined &&
    isAlike(column, parent, context) &&
    (isSaidByParent(parent, context) || isSaidOfHeirs(parent, context))
  )
}

/** Whether no heir keeps a local default: what differs is said after it. */
export function isSaidOfHeirs(column: CatalogObject, context: Context): boolean {
  const heirs = heirsOf(column, context)
  return (
    heirs !== undefined &&
    heirs.length > 0 &&
    heirs.every((heir) => isAlike(heir, column, context) || isSaidAnyway(heir, context))
  )
}

function isAlike(one: CatalogObject, other: CatalogObject, { from, to }: Context): boolean {
  return [from, to].every(({ objects }) => {
    const [a, b] = [objects.get(one.id), objects.get(other.id)]
    return a !== undefined && b !== undefined && valueOf(a) === valueOf(b)
  })
}

function isSaidAnyway({ id }: CatalogObject, { from, to }: Context): boolean {
  const [before, after] = [from.objects.get(id), to.objects.get(id)]
  return (
    before !== undefined &&
    after !== undefined &&
    textOf(after, 'default') !== null &&
    valueOf(before) !== valueOf(after)
  )
}

/** What is generated or an identity is like nothing. */
function valueOf(column: CatalogObject): string | null {
  const isOther = textOf(column, 'generated') !== null || hasIdentity(column)
  return isOther ? column.id : textOf(column, 'default')
}

function hasIdentity(column: CatalogObject): boolean {
  return (column.attributes['identity'] ?? null) !== null
}

/** All columns that inherit one, on all levels; undefined where these are not the same before and after. */
function heirsOf(column: CatalogObject, context: Context): CatalogObject[] | undefined {
  const { from, to } = context
  const [before, after] = [from, to].map((catalog) =>
    column.parent === null ? [] : childTablesOf(catalog, column.parent).map(({ id }) => id),
  )
  if (before?.join('\n') !== after?.join('\n')) return undefined
  const heirs = (after ?? []).flatMap((table) => {
    const heir = to.objects.get(childId('column', table, ownNameOf(column)))
    const isThere = heir !== undefined && from.objects.has(heir.id) && !moves(table, context)
    const below = isThere ? heirsOf(heir, context) : undefined
    return heir === undefined || below === undefined ? [undefined] : [heir, ...below]
  })
  const known = heirs.filter((heir) => heir !== undefined)
  return known.length === heirs.length ? known : undefined
}
