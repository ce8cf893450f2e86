import { textIn } from '../../model/attribute.ts'
import type { Catalog, CatalogObject } from '../../model/catalog.ts'
import { attachedTo } from '../../model/object-id.ts'
import { isUsedByForeignKey } from './chosen-key.ts'
import { hasIndex } from './attached/partitions.ts'

/**
 * The keys and exclusion constraints of a table that one CREATE TABLE would not create, since an earlier one of it has
 * the same columns and options (PostgreSQL, transformIndexConstraints). They take statements by themselves.
 */
export function findMergedKeys(
  parts: readonly CatalogObject[],
  catalog: Catalog,
): ReadonlySet<CatalogObject> {
  const keys = parts.filter((part) => part.kind === 'constraint' && hasIndex(part))
  const groups = Map.groupBy(
    keys.toSorted((a, b) => precedence(a, catalog) - precedence(b, catalog)),
    comparedText,
  )
  return new Set([...groups.values()].flatMap(([, ...merged]) => merged))
}

/**
 * A partition takes what it has first for its table's. A foreign key takes the oldest one, but can name the primary key
 * without columns. Then the primary key stays.
 */
function precedence(key: CatalogObject, catalog: Catalog): number {
  const place = attachedTo(key) === null ? 3 : 0
  if (key.attributes['type'] === 'primary') return place + 1
  return isUsedByForeignKey(key, catalog) ? place : place + 2
}

function comparedText(key: CatalogObject): string {
  return textIn(key, 'definition').replace(/^PRIMARY KEY/, 'UNIQUE')
}
