import { sql } from '../postgres/connect.ts'
import type { Queryable } from '../postgres/connect.ts'
import type { Catalog } from './catalog-columns.ts'
import { catalogUseQuery } from './line-query.ts'

/** What there is in one catalog. */
export interface CatalogUse {
  /** Whether a line can come of it. */
  readonly ours: boolean
  /** A mark of which rows there are of those that initdb made. */
  readonly builtIns: string
}

/**
 * Looks what there is in each catalog of a database, by its name: in a database most are as initdb left them, and to
 * compile a query that prints them takes longer than to find that out. Nothing of catalogs for all databases.
 */
export async function readCatalogUses(
  db: Queryable,
  catalogs: readonly Catalog[],
  newest: number,
): Promise<ReadonlyMap<string, CatalogUse>> {
  const queries = catalogs
    .filter(({ shared }) => !shared)
    .map((catalog) => catalogUseQuery(catalog, newest))
  const rows: readonly (CatalogUse & { readonly catalog: string })[] = await db.query(
    sql.__dangerous__rawValue(queries.join('\nunion all\n')),
  )
  return new Map(rows.map(({ catalog, ours, builtIns }) => [catalog, { ours, builtIns }]))
}
