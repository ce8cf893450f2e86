import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'
import { childrenOf } from '../../model/catalog.ts'
import { tablesOf } from '../../model/parent-tables.ts'
import { nameOf } from '../../model/object-id.ts'

/**
 * The tables whose columns stand in another order, of those columns that both states have, as one sentence. It is no
 * difference, since no statement moves a column; `insert` without a list of columns sees it.
 */
export function noteColumnOrder(from: Catalog, to: Catalog): string[] {
  const names = tablesOf(to)
    .filter(({ id }) => from.objects.has(id))
    .filter(({ id }) => !isAlike(childrenOf(from, id), childrenOf(to, id)))
    .filter(({ id }) => {
      const [before, after] = [columnsOf(id, from), columnsOf(id, to)]
      const kept = before.filter((column) => to.objects.has(column))
      const known = after.filter((column) => from.objects.has(column))
      return kept.join('\n') !== known.join('\n')
    })
    .map(({ id }) => nameOf(id))
  return names.length === 0
    ? []
    : [`the same columns stand in another order, which is no difference: ${names.join(', ')}`]
}

/** Whether two tables have the same parts in the same order, as most have. */
function isAlike(before: readonly CatalogObject[], after: readonly CatalogObject[]): boolean {
  return before.length === after.length && before.every(({ id }, at) => id === after[at]?.id)
}

function columnsOf(table: ObjectId, catalog: Catalog): ObjectId[] {
  return childrenOf(catalog, table)
    .filter(({ kind }) => kind === 'column')
    .map(({ id }) => id)
}
