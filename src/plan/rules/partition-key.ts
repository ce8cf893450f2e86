import type { Catalog, CatalogObject } from '../../model/catalog.ts'
import { textOf } from '../../model/attribute.ts'
import { parentTablesOf, tablesOf } from '../../model/parent-tables.ts'
import { nameOf } from '../../model/object-id.ts'
import type { Refusal } from '../rule.ts'
import { maskQuoted } from '../../sql/scan/stretches.ts'
import { ownNameOf } from './facets/name.ts'

/** Why the type of a column stays: PostgreSQL changes none by which rows are told to partitions. */
export function refuseInKey(column: CatalogObject, catalog: Catalog): Refusal | undefined {
  const table = tablesBelow(column, catalog).find((each) => isInKey(column, each))
  return table === undefined
    ? undefined
    : {
        refused:
          `it is in the partition key of ${nameOf(table.id)}, and PostgreSQL changes the type of no such column. ` +
          'Create another table, move the rows, and drop this one',
      }
}

/** The table of a column, and its partitions, which may have keys too. */
function tablesBelow({ parent }: CatalogObject, catalog: Catalog): CatalogObject[] {
  const tables = tablesOf(catalog)
  const found = new Set(tables.filter(({ id }) => id === parent))
  for (const { id } of found)
    for (const table of tables) if (parentTablesOf(table).includes(id)) found.add(table)
  return [...found]
}

/** What the key says is a list of columns and of expressions over them. */
function isInKey(column: CatalogObject, table: CatalogObject): boolean {
  const key = textOf(table, 'partitionKey')
  if (key === null) return false
  const own = ownNameOf(column)
  return own.startsWith('"') ? key.includes(own) : wordsOf(key).includes(own)
}

function wordsOf(key: string): string[] {
  return maskQuoted(key).match(/[\p{L}_][\p{L}\p{N}_$]*/gu) ?? []
}
