import { sql } from '../postgres/connect.ts'
import type { Queryable } from '../postgres/connect.ts'

/** A column of a catalog, and which catalog it points to, as PostgreSQL itself declares it. */
export interface CatalogColumn {
  readonly catalog: string
  /** Whether the catalog is one for all databases of the server. */
  readonly shared: boolean
  readonly name: string
  readonly type: string
  /** The catalog whose rows the column names; null when it names none. */
  readonly target: string | null
  /** Whether it holds many of them. */
  readonly many: boolean
  /** For column numbers: the column next to it that has the table. */
  readonly relation: string | null
  /** Whether this user may read the column. */
  readonly readable: boolean
}

/** The columns of one catalog, in the order of their numbers; never empty. */
export interface Catalog {
  readonly name: string
  readonly shared: boolean
  readonly columns: readonly [CatalogColumn, ...CatalogColumn[]]
}

/** Reads what every catalog looks like, in the order of their names. */
export async function readCatalogs(db: Queryable): Promise<Catalog[]> {
  const groups = Map.groupBy(await readCatalogColumns(db), ({ catalog }) => catalog)
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [{ name: first.catalog, shared: first.shared, columns: [first, ...rest] }],
  )
}

/** Source: manual, pg_get_catalog_foreign_keys, which says what column names rows of what catalog. */
async function readCatalogColumns(db: Queryable): Promise<CatalogColumn[]> {
  return db.query(sql`
    with reference as (
      select
        f.fktable as relation_id,
        f.fkcols[array_upper(f.fkcols, 1)] as name,
        f.pktable::text as target,
        f.is_array as many,
        case when array_length(f.fkcols, 1) = 2 then f.fkcols[1] end as relation
      from pg_catalog.pg_get_catalog_foreign_keys() as f
    )
    select
      c.relname::text as catalog,
      c.relisshared as shared,
      a.attname::text as name,
      pg_catalog.format_type(a.atttypid, null) as type,
      r.target,
      coalesce(r.many, false) as many,
      r.relation,
      pg_catalog.has_column_privilege(c.oid, a.attnum, 'select') as readable
    from pg_catalog.pg_class as c
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid
    left join reference as r on r.relation_id = c.oid and r.name = a.attname
    where
      c.relnamespace = 'pg_catalog'::pg_catalog.regnamespace
      and c.relkind = 'r'
      and a.attnum > 0
      and not a.attisdropped
    order by c.relname, a.attnum
  `)
}
