import { sendText, sql } from '../postgres/connect.ts'
import type { Queryable, Transaction } from '../postgres/connect.ts'
import { readCatalogColumns } from './catalog-columns.ts'
import type { CatalogColumn } from './catalog-columns.ts'
import { passedOver } from './exceptions.ts'
import { checksumQuery, lineQuery } from './line-query.ts'

/** One row of a catalog, without a number in it: the object that it is about, and what it says, by column. */
export interface ObservedLine {
  readonly catalog: string
  /** Whether initdb made it, and somebody may have changed it since. */
  readonly builtIn: boolean
  readonly object: string
  /** A JSON object of texts, keys in PostgreSQL's order of jsonb. */
  readonly fields: string
}

/** What a database is, as its catalogs print it. */
export interface Observation {
  /** Sorted by catalog, object and fields. */
  readonly lines: readonly ObservedLine[]
  /** What initdb made, summed up by catalog: alike where nobody changed it. */
  readonly builtIn: Readonly<Record<string, string>>
  /** The columns of each table in their order. */
  readonly columnOrder: Readonly<Record<string, string>>
  /** Catalogs that this user may not read: nothing is said of them. */
  readonly unreadable: readonly string[]
}

export interface ObserveOptions {
  /** Schemas whose objects are left out, such as those of histories. */
  readonly ignoreSchemas?: readonly string[]
}

/**
 * Looks at a database without knowing kinds of objects: prints every row of every catalog of its own that somebody made
 * or changed, in one snapshot. What PostgreSQL declares of its catalogs says which number names which object, so that
 * kinds and columns that nobody thought of are seen too. Shares no code with what reads catalogs for planning.
 */
export async function observe(db: Queryable, options: ObserveOptions = {}): Promise<Observation> {
  return db.tx(async (tx) => {
    await sendText(tx, 'set transaction isolation level repeatable read read only')
    return observeWithin(tx, options)
  })
}

/** As observe, inside a transaction of the caller's: what it has done so far is seen. */
export async function observeWithin(
  tx: Transaction,
  { ignoreSchemas = [] }: ObserveOptions = {},
): Promise<Observation> {
  // With an empty path every name prints with its schema; compiling such a query costs more than running it.
  await sendText(tx, "set local search_path = ''; set local jit = off")
  const catalogs = groupByCatalog(await readCatalogColumns(tx))
  const readable = catalogs.filter(([first]) => first?.readable === true)
  const unreadable = catalogs.flatMap(([first]) =>
    first?.readable === false ? [first.catalog] : [],
  )
  const queries = readable.map((columns) => lineQuery(columns, ignoreSchemas))
  const lines = await readLines(tx, queries)
  const builtIn = await readChecksums(tx, readable.map(checksumQuery))
  const columnOrder = await readColumnOrder(tx, ignoreSchemas)
  return { lines: lines.toSorted(byText), builtIn, columnOrder, unreadable }
}

/** The columns of every catalog that counts, a list a catalog. */
function groupByCatalog(columns: readonly CatalogColumn[]): (readonly CatalogColumn[])[] {
  const groups = Map.groupBy(columns, ({ catalog }) => catalog)
  return [...groups].flatMap(([catalog, group]) => (catalog in passedOver ? [] : [group]))
}

async function readLines(db: Queryable, queries: readonly string[]): Promise<ObservedLine[]> {
  return db.query(sql`
    with initial as materialized (
      -- The rows of information_schema's views come last among those that initdb writes and nobody may change.
      select max(a.xmin::text::bigint) as newest
      from pg_catalog.pg_attribute as a
      where a.attrelid = 'information_schema.views'::pg_catalog.regclass
    )
    ${sql.__dangerous__rawValue(queries.join('\nunion all\n'))}
  `)
}

async function readChecksums(
  db: Queryable,
  queries: readonly string[],
): Promise<Record<string, string>> {
  const rows: { readonly catalog: string; readonly checksum: string }[] = await db.query(
    sql.__dangerous__rawValue(queries.join('\nunion all\n')),
  )
  return Object.fromEntries(rows.map(({ catalog, checksum }) => [catalog, checksum]))
}

async function readColumnOrder(
  db: Queryable,
  ignoreSchemas: readonly string[],
): Promise<Record<string, string>> {
  const rows: { readonly relation: string; readonly columns: string }[] = await db.query(sql`
    select
      c.oid::pg_catalog.regclass::text as relation,
      pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' order by a.attnum) as columns
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid
    where
      c.oid >= 16384
      and c.relkind in ('r', 'p', 'v', 'm', 'f', 'c')
      and n.nspname <> all(${ignoreSchemas})
      and a.attnum > 0
      and not a.attisdropped
    group by c.oid
    order by relation
  `)
  return Object.fromEntries(rows.map(({ relation, columns }) => [relation, columns]))
}

function byText(a: ObservedLine, b: ObservedLine): number {
  return (
    compareTexts(a.catalog, b.catalog) ||
    compareTexts(a.object, b.object) ||
    compareTexts(a.fields, b.fields)
  )
}

/** By code unit, the same on every machine. */
function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
