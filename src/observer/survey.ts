import { sql } from '../postgres/connect.ts'
import type { Queryable, Transaction } from '../postgres/connect.ts'
import { printPlainly } from '../postgres/print-plainly.ts'
import { readCatalogs } from './catalog-columns.ts'
import type { Catalog } from './catalog-columns.ts'
import { passedOver } from './exceptions/passed-over.ts'
import { isTold, objectsInside, readSchemaFilter } from './ignored.ts'
import type { IgnoredSchemas, SchemaFilter } from './ignored.ts'
import { fieldNames, lineQuery } from './line-query.ts'
import { readCatalogUses } from './catalogs-in-use.ts'
import type { CatalogUse } from './catalogs-in-use.ts'

/** What to look at. */
export interface ObserveOptions {
  /** Whose objects are left out, such as those of histories. */
  readonly ignoreSchemas?: IgnoredSchemas
  /** `all` also prints the thousands of rows that initdb made: to name what was taken from them. */
  readonly builtIns?: 'written' | 'all'
  /** The catalogs to print; all that can be read when absent. */
  readonly only?: readonly string[] | undefined
}

/** What there is to be observed in a database: found out before any line is printed. */
export interface Survey {
  /** The major version of the server. */
  readonly version: number
  /** Names this run of the server. */
  readonly server: string
  /** The last transaction of initdb's; 0 where all that it made is printed. */
  readonly newest: number
  readonly builtIns: 'written' | 'all'
  /** The catalogs that are printed. */
  readonly catalogs: readonly Catalog[]
  readonly uses: ReadonlyMap<string, CatalogUse>
  /** The names of the fields of their lines. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  /** The schemas of which nothing is said, or of which alone something is. */
  readonly filter: SchemaFilter
  /** Catalogs, or columns of them, that this user may not read. */
  readonly unreadable: readonly string[]
  /** The queries that print lines `catalog, builtIn, object, fields`. */
  readonly lines: LineQueries
}

/** Queries that print lines. */
interface LineQueries {
  /** The common table expressions that all of them need. */
  readonly head: string
  /** By catalog; nothing of those of which there can be no lines. */
  readonly of: ReadonlyMap<string, string>
}

/** Finds out what there is to be observed, inside a transaction of the caller's. */
export async function survey(
  tx: Transaction,
  { ignoreSchemas = [], builtIns = 'written', only }: ObserveOptions,
): Promise<Survey> {
  await printPlainly(tx)
  const { version, server, last } = await readServer(tx)
  const all = await readCatalogs(tx, server)
  const read = all.filter(({ name, columns }) => !(name in passedOver) && isReadable(columns))
  const catalogs = only === undefined ? read : read.filter(({ name }) => only.includes(name))
  const filter = await readSchemaFilter(tx, ignoreSchemas)
  const newest = builtIns === 'all' ? 0 : last
  const uses = await readCatalogUses(tx, catalogs, newest)
  const present = catalogs.filter(({ name, shared }) => shared || uses.get(name)?.ours === true)
  const queries = present.map(
    (catalog) => [catalog.name, lineQuery(catalog, newest, isTold(catalog, read, filter))] as const,
  )
  return {
    version,
    server,
    newest,
    builtIns,
    catalogs,
    uses,
    fields: Object.fromEntries(catalogs.map((catalog) => [catalog.name, fieldNames(catalog)])),
    filter,
    unreadable: all.filter(({ name }) => !(name in passedOver)).flatMap(unreadableOf),
    lines: { head: objectsInside(read, filter), of: new Map(queries) },
  }
}

function isReadable(columns: Catalog['columns']): boolean {
  return columns.some(({ readable }) => readable)
}

function unreadableOf({ name, columns }: Catalog): string[] {
  if (!isReadable(columns)) return [name]
  return columns.filter(({ readable }) => !readable).map((column) => `${name}.${column.name}`)
}

interface Server {
  readonly version: number
  /** The transaction in which initdb made one of its last views; what a younger one wrote, somebody wrote. */
  readonly last: number
  /** Names this run of the server. */
  readonly server: string
}

async function readServer(db: Queryable): Promise<Server> {
  const [row] = await db.query(sql`
    select
      pg_catalog.current_setting('server_version_num')::integer / 10000 as version,
      pg_catalog.concat(pg_catalog.pg_postmaster_start_time(), ' ', pg_catalog.version()) as server,
      coalesce(min(a.xmin::text::bigint), 0) as last
    from pg_catalog.pg_attribute as a
    where a.attrelid = pg_catalog.to_regclass('information_schema.user_mappings')
  `)
  return row
}

/** The columns of each table in their order. */
export async function readColumnOrder(
  db: Queryable,
  { filter: { told, numbers } }: Survey,
): Promise<Record<string, string>> {
  const rows: { readonly relation: string; readonly columns: string }[] = await db.query(sql`
    select
      c.oid::pg_catalog.regclass::text as relation,
      pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' order by a.attnum) as columns
    from pg_catalog.pg_class as c
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid
    where
      c.oid >= 16384
      and c.relkind in ('r', 'p', 'v', 'm', 'f', 'c')
      and (c.relnamespace = any(${numbers})) = ${told === 'inside'}
      and a.attnum > 0
      and not a.attisdropped
    group by c.oid
    order by relation
  `)
  return Object.fromEntries(rows.map(({ relation, columns }) => [relation, columns]))
}
