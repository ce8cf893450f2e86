import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'
import { textIn } from '../../model/attribute.ts'
import { factsOf } from '../../model/kind.ts'
import { dependentsOf, neededBy, needs } from '../../model/needs.ts'
import { kindOf } from '../../model/object-id.ts'
import type { Context, Goes } from '../rule.ts'
import { isIncomplete, isOfPartitioned } from './attached/partitions.ts'
import { parseType } from './read-type.ts'

type States = Pick<Context, 'from' | 'to'>

/** Whether a key or an index has to go while the type of one of its columns changes. */
export function isKeyInTheWay(key: CatalogObject, column: ObjectId, { from, to }: States): boolean {
  return key.attributes['type'] === 'foreign'
    ? comparesUnlike(key.id, { from, to })
    : isRebuiltForAll(key, from) || isRebuiltUnderOthers(key, column, { from, to })
}

/** PostgreSQL rebuilds an index of a partitioned table with those of all partitions, also where some lacked theirs. */
function isRebuiltForAll(key: CatalogObject, from: Catalog): boolean {
  return factsOf(key.kind).hasIndex === true && isIncomplete(key) && isOfPartitioned(key, from)
}

/** Whether PostgreSQL builds a key or an index again with its columns: one of columns alone, with nothing that goes. */
export function isRebuiltAlong(key: CatalogObject, goes: Goes, { from }: States): boolean {
  const { type = null } = key.attributes
  const isPlain =
    key.kind === 'index'
      ? plainIndex.test(textIn(key, 'definition'))
      : key.kind === 'constraint' && (type === 'primary' || type === 'unique')
  return isPlain && !neededBy(from, key.id).some(goes)
}

/** Names alone between its last parentheses: no operator class, collation, expression or condition. */
const plainIndex =
  / USING btree \((?:(?:"(?:[^"]|"")*"|[a-z_][\w$]*)(?: DESC)?(?: NULLS (?:FIRST|LAST))?(?:, |(?=\))))+\)$/

/** PostgreSQL checks a foreign key at each change, also when the other column still has its old type. */
function comparesUnlike(key: ObjectId, { from, to }: States): boolean {
  const columns = neededBy(from, key).filter((id) => kindOf(id) === 'column')
  const pairs = columns.map((id) =>
    [from, to].flatMap((catalog) => {
      const column = catalog.objects.get(id)
      return column === undefined ? [] : [parseType(textIn(column, 'type'), catalog).name]
    }),
  )
  const changed = pairs.filter(([before, after]) => after !== undefined && before !== after)
  const names = changed.flat()
  const areAlike = comparable.some((group) => names.every((name) => group.includes(name)))
  return changed.length > 1 && !areAlike
}

/** Types within a group are compared without a cast (pg_amop). */
const comparable: readonly (readonly string[])[] = [
  ['smallint', 'integer', 'bigint'],
  ['text', 'character varying'],
]

/**
 * PostgreSQL rebuilds the key with a column that it includes, and does not know what needs the key but not that column:
 * a foreign key, a view that groups by the key.
 */
function isRebuiltUnderOthers(
  { kind, id }: CatalogObject,
  column: ObjectId,
  { from }: States,
): boolean {
  return (
    factsOf(kind).hasIndex === true &&
    dependentsOf(from, id).some((user) => !needs(from, user, column))
  )
}
