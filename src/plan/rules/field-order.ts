import { recordsOf, spell, textIn } from '../../model/attribute.ts'
import type { CatalogObject } from '../../model/catalog.ts'
import { isSameValue } from '../../model/compare-catalogs.ts'
import { dependentsOf } from '../../model/needs.ts'
import { idOf, kindOf, nameOf } from '../../model/object-id.ts'
import type { Context } from '../rule.ts'
import { holdsValues, typeKinds } from './kept-aside.ts'
import { isWidening } from './widening.ts'

/**
 * Whether values of a composite type are made again field by field: it has the same fields in another order, and
 * perhaps more of them, and columns are of it, but no arrays and no other types.
 */
export function isMadeByField(
  before: CatalogObject,
  after: CatalogObject,
  { from }: Pick<Context, 'from'>,
): boolean {
  const fields = recordsOf(after, 'fields')
  const isKept = recordsOf(before, 'fields').every((field) =>
    fields.some((other) =>
      ['name', 'type', 'collation'].every((name) => isSameValue(field[name], other[name])),
    ),
  )
  return (
    isKept &&
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
  if (before === undefined || after === undefined) return undefined
  const [old, fresh] = [before, after].map((each) =>
    recordsOf(each, 'fields').map((field) => spell(field['name'])),
  )
  if (old === undefined || fresh === undefined) return undefined
  if (isSameValue(old, fresh) && !isWidened(before, after)) return undefined
  const values = fresh.map((name) => (old.includes(name) ? `(${column}).${name}` : 'null'))
  // Only this asks whether the value itself is null: IS NULL also holds for a row of nulls.
  return `case when ${column} is distinct from null then row(${values.join(', ')})::${type} end`
}

/** Whether a field gets a wider type, and none another one: a cast would cut or round what a text is refused for. */
function isWidened(before: CatalogObject, after: CatalogObject): boolean {
  const pairs = recordsOf(after, 'fields').map((field, at) => ({
    old: spell(recordsOf(before, 'fields')[at]?.['type']),
    fresh: spell(field['type']),
  }))
  return (
    pairs.every(({ old, fresh }) => !fresh.includes('.') && isWidening(old, fresh)) &&
    pairs.some(({ old, fresh }) => old !== fresh)
  )
}
