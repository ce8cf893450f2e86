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

/** What every catalog looks like, in the order of their names; `server` names the run of the server that answers. */
export async function readCatalogs(db: Queryable, server: string): Promise<Catalog[]> {
  const columns = await knownColumns(db, server)
  const hidden = await readHidden(db)
  const seen = columns.map((column) => ({
    ...column,
    readable: !hidden.has(`${column.catalog}.${column.name}`),
  }))
  const groups = Map.groupBy(seen, ({ catalog }) => catalog)
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [{ name: first.catalog, shared: first.shared, columns: [first, ...rest] }],
  )
}

type DeclaredColumn = Omit<CatalogColumn, 'readable'>

/** The columns by the run of the server: they are the same in all databases of it, and for every user. */
const known = new Map<string, Promise<DeclaredColumn[]>>()

async function knownColumns(db: Queryable, server: string): Promise<DeclaredColumn[]> {
  const columns = known.get(server)
  if (columns !== undefined) return columns
  const asked = readColumns(db)
  known.set(server, asked)
  return asked.catch((error: unknown) => {
    known.delete(server)
    throw error
  })
}

/** Source: manual, pg_get_catalog_foreign_keys, which says what column names rows of what catalog. */
async function readColumns(db: Queryable): Promise<DeclaredColumn[]> {
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
      r.relation
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

/** The columns that this user may not read: most catalogs may be read whole, and then no column is asked about. */
async function readHidden(db: Queryable): Promise<ReadonlySet<string>> {
  const rows: { readonly name: string }[] = await db.query(sql`
    select pg_catalog.concat(c.relname, '.', a.attname) as name
    from (
      select c.oid, c.relname
      from pg_catalog.pg_class as c
      where
        -- not asked of every relation: to look up a privilege takes long
        case
          when c.relnamespace = 'pg_catalog'::pg_catalog.regnamespace and c.relkind = 'r'
            then not pg_catalog.has_table_privilege(c.oid, 'select')
          else false
        end
      offset 0
    ) as c
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid
    where
      a.attnum > 0
      and not a.attisdropped
      and not pg_catalog.has_column_privilege(c.oid, a.attnum, 'select')
  `)
  return new Set(rows.map(({ name }) => name))
}
