import { isOfForeignTable, parentTablesOf, tablesOf } from '../../model/parent-tables.ts'
import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'
import { textIn, textOf } from '../../model/attribute.ts'
import { neededBy } from '../../model/needs.ts'
import { idOf, kindOf } from '../../model/object-id.ts'
import type { Context, Goes, Refusal } from '../rule.ts'
import type { Statement } from '../statement.ts'
import { restoreStorage } from './column-alter.ts'
import { alterColumn } from './column-statement.ts'
import { typeText } from './column-text.ts'
import { conversionOf } from './conversion.ts'
import { ownNameOf } from './facets/name.ts'
import { sayDefault } from './heirs-default.ts'
import { valueByField } from './field-order.ts'
import { isKeptAside, typeKinds } from './kept-aside.ts'
import { refuseInKey } from './partition-key.ts'

/**
 * Lets go of what goes: a default, a collation, a type. The values of a type that is kept aside wait for the new one, those
 * of any other are texts meanwhile. Without their collation they have that of their type.
 */
export function detachColumn(
  column: CatalogObject,
  context: Context,
  goes: Goes,
): readonly Statement[] | Refusal {
  const way = wayOf(column, context, goes)
  const refusal = way === 'none' ? undefined : refuseInKey(column, context.from)
  if (refusal !== undefined) return refusal
  const text = asText(column)
  return [
    ...(textOf(column, 'default') === null || isDefaultLate(column, context, goes)
      ? []
      : dropDefault(column, context)),
    ...(way === 'text'
      ? retype(column, { type: text, using: ` using ${ownNameOf(column)}::${text}` }, 'asText')
      : []),
    ...(way === 'collation' ? retype(column, { type: textIn(column, 'type') }, 'collation') : []),
  ]
}

/** Takes it up again. */
export function attachColumn(column: CatalogObject, context: Context, goes: Goes): Statement[] {
  const before = context.from.objects.get(column.id) ?? column
  const value = textOf(column, 'default')
  const typed = attachType(before, column, { context, goes })
  return [
    ...(isDefaultLate(before, context, goes) ? dropDefault(column, context) : []),
    ...typed,
    ...(typed.length === 0 && !typeComesAgain(column, context, goes) ? [] : restoreStorage(column)),
    ...(value === null ? [] : sayDefault(column, { part: 'set default', value }, context)),
  ]
}

function typeComesAgain(column: CatalogObject, { to }: Context, goes: Goes): boolean {
  return typeThatGoes(column, goes, to) !== undefined || collationGoes(column, goes)
}

function attachType(
  before: CatalogObject,
  column: CatalogObject,
  { context, goes }: { readonly context: Context; readonly goes: Goes },
): Statement[] {
  const type = typeText(column)
  if (typeThatGoes(column, goes, context.to) === undefined)
    return collationGoes(column, goes) ? retype(column, { type }, 'collation') : []
  return wayOf(before, context, goes) === 'aside'
    ? retype(column, { type, using: fromOld(before, column, context) }, 'recreated')
    : retype(column, { type, using: usingOf(ownNameOf(column), column, context) }, 'type')
}

/** Whether the values of a column get their new type by one statement: the old one is kept aside. */
export function changesAtOnce(column: CatalogObject, context: Context, goes: Goes): boolean {
  return wayOf(column, context, goes) === 'aside' && !collationGoes(column, goes)
}

type Way = 'aside' | 'text' | 'collation' | 'none'

function wayOf(column: CatalogObject, context: Context, goes: Goes): Way {
  const id = typeThatGoes(column, goes, context.from)
  const type = context.from.objects.get(id ?? '')
  if (type !== undefined) return isKeptAside(type, context, goes) ? 'aside' : 'text'
  return collationGoes(column, goes) ? 'collation' : 'none'
}

function dropDefault(column: CatalogObject, context: Context): Statement[] {
  return sayDefault(column, { part: 'drop default' }, context)
}

/** Whether the default stays until the type is there: it needs nothing else that goes, and no heir changes before. */
function isDefaultLate(column: CatalogObject, context: Context, goes: Goes): boolean {
  return (
    textOf(column, 'default') !== null &&
    wayOf(column, context, goes) === 'aside' &&
    !isInFamily(column, context.from) &&
    neededBy(context.from, column.id).every(
      (id) => !goes(id) || typeKinds.includes(kindOf(id) ?? ''),
    )
  )
}

function isInFamily({ parent }: CatalogObject, catalog: Catalog): boolean {
  return tablesOf(catalog).some((table) => {
    const parents = parentTablesOf(table)
    return parents.some((id) => id === parent || table.id === parent)
  })
}

/** A type, and how values are turned into it: those of a foreign table are not. */
interface Retyping {
  readonly type: string
  readonly using?: string
}

/** An inherited column changes with that of the parent. */
function retype(
  column: CatalogObject,
  { type, using = '' }: Retyping,
  attribute: string,
): Statement[] {
  return column.attributes['inherited'] === true
    ? []
    : [
        alterColumn(
          column,
          { part: 'type', value: `${type}${isOfForeignTable(column) ? '' : using}` },
          { attribute },
        ),
      ]
}

/** How values of the type that is kept aside become those of the new one: a domain's are those of what it is over. */
function fromOld(before: CatalogObject, column: CatalogObject, context: Context): string {
  const own = ownNameOf(column)
  const said = context.conversions?.get(column.id)
  if (said !== undefined && said !== 'recreate') return ` using ${said.using}`
  const types = { from: textIn(before, 'type'), to: textIn(column, 'type') }
  if (!isOverBuiltin(types.from, context.from) || !isOverBuiltin(types.to, context.to))
    return bridged(types, column, context)
  const conversion = conversionOf(own, types, context)
  return conversion.kind === 'expression' ? ` using ${conversion.text}` : ''
}

/** Field by field, or by their text. */
function bridged(
  types: { readonly from: string; readonly to: string },
  column: CatalogObject,
  context: Context,
): string {
  const own = ownNameOf(column)
  const byField = types.from === types.to ? valueByField(own, types.to, context) : undefined
  if (byField !== undefined) return ` using ${byField}`
  const bridge = `${own}::${asText(column)}`
  const using = usingOf(bridge, column, context)
  return using === '' ? ` using ${bridge}` : using
}

/** A domain over one of PostgreSQL's own types that is no array. */
function isOverBuiltin(type: string, catalog: Catalog): boolean {
  const domain = catalog.objects.get(idOf('domain', type))
  if (domain === undefined) return false
  const base = textIn(domain, 'type')
  return !base.endsWith('[]') && (isOverBuiltin(base, catalog) || !isOwn(base, catalog))
}

function isOwn(type: string, { objects }: Catalog): boolean {
  return [...typeKinds, 'table', 'foreignTable', 'view', 'materializedView'].some((kind) =>
    objects.has(idOf(kind, type)),
  )
}

/** How a text becomes a value of the column's type; assigned, where it is a string itself. */
function usingOf(text: string, column: CatalogObject, context: Context): string {
  const types = { from: asText(column), to: textIn(column, 'type') }
  const conversion = conversionOf(text, types, context)
  return conversion.kind === 'expression' ? ` using ${conversion.text}` : ''
}

function asText(column: CatalogObject): string {
  return textIn(column, 'type').endsWith('[]') ? 'text[]' : 'text'
}

/** The type of a column, or of its elements, where it goes; of a multirange the range that it comes along with. */
export function typeThatGoes(
  column: CatalogObject,
  goes: Goes,
  catalog: Catalog,
): ObjectId | undefined {
  const name = textIn(column, 'type').replace(/(?:\[\])+$/, '')
  const named = typeKinds.map((kind) => idOf(kind, name))
  const ranges = neededBy(catalog, column.id).filter(
    (id) => catalog.objects.get(id)?.attributes['multirange'] === name,
  )
  return [...named, ...ranges].find(goes)
}

/** Whether the collation goes that the column itself says. */
export function collationGoes(column: CatalogObject, goes: Goes): boolean {
  const collation = textOf(column, 'collation')
  return collation !== null && goes(idOf('collation', collation))
}
