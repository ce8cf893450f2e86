import { recordsOf, spell, textIn } from '../../model/attribute.ts'
import type { CatalogObject } from '../../model/catalog.ts'
import { dependentsOf } from '../../model/needs.ts'
import { idOf, kindOf, nameOf } from '../../model/object-id.ts'
import type { Context } from '../rule.ts'
import { findField, pairFields } from './composite-fields.ts'
import { holdsValues, typeKinds } from './kept-aside.ts'
import { isWidening } from './widening.ts'

/**
 * Whether values of a composite type are made again field by field: those of its fields that stay are as they were
 * or wider, in whatever order, and columns are of it, but no arrays and no other types.
 */
export function isMadeByField(
  before: CatalogObject,
  after: CatalogObject,
  { from }: Pick<Context, 'from'>,
): boolean {
  const { retyped } = pairFields(before, after)
  return (
    (retyped.length === 0 || isWidened(before, after)) &&
    dependentsOf(from, before.id).every((id) => {
      const column = kindOf(id) === 'column' ? from.objects.get(id) : undefined
      if (column !== undefined) return textIn(column, 'type') === nameOf(before.id)
      return !typeKinds.includes(kindOf(id) ?? '') || !holdsValues(id, from)
    })
  )
}

/** The value of a column of such a type, as SQL; undefined where it is read as it is. */
export function valueByField(
  column: string,
  type: string,
  { from, to }: Pick<Context, 'from' | 'to'>,
): string | undefined {
  const [before, after] = [from, to].map(({ objects }) => objects.get(idOf('composite', type)))
  if (before === undefined || after === undefined || isReadAsText(before, after)) return undefined
  const { kept } = pairFields(before, after)
  const values = recordsOf(after, 'fields').map((field) =>
    kept.includes(field) ? `(${column}).${spell(field['name'])}` : 'null',
  )
  // Only this asks whether the value itself is null: IS NULL also holds for a row of nulls.
  return `case when ${column} is distinct from null then row(${values.join(', ')})::${type} end`
}

/** Whether the text of a value is one of the other type, once both have the same fields. */
function isReadAsText(before: CatalogObject, after: CatalogObject): boolean {
  const { gone, retyped, come, isInPlace } = pairFields(before, after)
  const isAlike = isInPlace && (retyped.length > 0 || gone.length + come.length === 0)
  return isAlike && !isWidened(before, after)
}

/** Whether a field gets a wider type, and none another one: a cast would cut or round what a text is refused for. */
function isWidened(before: CatalogObject, after: CatalogObject): boolean {
  const pairs = pairFields(before, after).kept.map((field) => ({
    old: spell(findField(recordsOf(before, 'fields'), field)?.['type']),
    fresh: spell(field['type']),
  }))
  return (
    pairs.every(({ old, fresh }) => !fresh.includes('.') && isWidening(old, fresh)) &&
    pairs.some(({ old, fresh }) => old !== fresh)
  )
}
