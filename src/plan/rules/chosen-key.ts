import { textIn } from '../../model/attribute.ts'
import type { Catalog, CatalogObject } from '../../model/catalog.ts'
import { childrenOf } from '../../model/catalog.ts'
import { dependentsOf, neededBy } from '../../model/needs.ts'
import { pathOf } from '../../model/qualified-name.ts'

/**
 * The definition of a foreign key that leads to the key it uses. With columns PostgreSQL takes the oldest index over
 * them, without columns the primary key (transformFkeyCheckAttrs, transformFkeyGetPrimaryKey).
 */
export function definitionOfForeignKey(key: CatalogObject, catalog: Catalog): string {
  const definition = textIn(key, 'definition')
  const used = neededBy(catalog, key.id)
    .map((id) => catalog.objects.get(id))
    .find((each) => each?.attributes['type'] === 'primary')
  const columns = used === undefined ? undefined : columnsOf(used)
  if (used === undefined || columns === undefined) return definition
  const others = childrenOf(catalog, used.parent).filter(
    (each) => each.id !== used.id && isUnique(each) && isSameSet(columnsOf(each), columns),
  )
  return others.length === 0 ? definition : withoutList(definition, columns)
}

/** Whether a foreign key uses a key, which then has to be the oldest one over its columns. */
export function isUsedByForeignKey(key: CatalogObject, catalog: Catalog): boolean {
  return dependentsOf(catalog, key.id).some(
    (id) => catalog.objects.get(id)?.attributes['type'] === 'foreign',
  )
}

function isUnique(part: CatalogObject): boolean {
  if (part.kind !== 'index') return part.attributes['type'] === 'unique'
  return /^CREATE UNIQUE (?!.* WHERE )/s.test(textIn(part, 'definition'))
}

function columnsOf(key: CatalogObject): string | undefined {
  return /\((?<list>[^()]*)\)/.exec(textIn(key, 'definition'))?.groups?.['list']
}

function isSameSet(some: string | undefined, others: string): boolean {
  const [one, other] = [some ?? '', others].map((list) => list.split(', ').toSorted().join(', '))
  return one === other
}

function withoutList(definition: string, columns: string): string {
  const word = ' REFERENCES '
  const end = definition.indexOf(word) + word.length
  const rest = definition.slice(end)
  const table = pathOf(rest)
  const list = `(${columns})`
  return rest.startsWith(`${table}${list}`)
    ? definition.slice(0, end) + table + rest.slice(table.length + list.length)
    : definition
}
