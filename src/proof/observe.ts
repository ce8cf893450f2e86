import { sendText, sql } from '../postgres/connect.ts'
import type { Queryable, Transaction } from '../postgres/connect.ts'
import { printPlainly } from '../postgres/print-plainly.ts'
import { readCatalogs } from './catalog-columns.ts'
import type { Catalog } from './catalog-columns.ts'
import { passedOver } from './exceptions.ts'
import { ignoredObjects, outside, readIgnoredSchemas } from './ignored.ts'
import type { IgnoredSchemas } from './ignored.ts'
import { readChecksums } from './checksums.ts'
import { fieldNames, lineQuery } from './line-query.ts'
import { readPresences } from './presence.ts'
import type { Presence } from './presence.ts'
import { parseRow } from './row-text.ts'

/** One row of a catalog, without a number in it: the object that it is about, and what it says. */
export interface ObservedLine {
  readonly catalog: string
  /** Whether it is about something that initdb made. */
  readonly builtIn: boolean
  /** Type and identity, such as `table public.notes`. */
  readonly object: string
  /** The values of the fields in the order of Observation.fields, as PostgreSQL writes a row. */
  readonly fields: string
}

/** What a database is, as its catalogs print it. */
export interface Observation {
  /** The major version of the server. */
  readonly version: number
  /** Sorted by catalog, object and fields. */
  readonly lines: readonly ObservedLine[]
  /** The catalogs that were read, and what the fields of their lines are called. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  /** Which lines there are of what initdb made: those that somebody wrote since, or each. */
  readonly builtIns: 'written' | 'all'
  /** Where there are not all: what initdb made, summed up by catalog. Alike within a server where nobody changed it. */
  readonly checksums: Readonly<Record<string, string>>
  /** The columns of each table in their order. */
  readonly columnOrder: Readonly<Record<string, string>>
  /** Catalogs, or columns of them, that this user may not read: nothing is said of them. */
  readonly unreadable: readonly string[]
}

/** What to look at. */
export interface ObserveOptions {
  /** Schemas whose objects are left out, such as those of histories. */
  readonly ignoreSchemas?: IgnoredSchemas
  /** `all` also prints the thousands of rows that initdb made: to name what was taken from them. */
  readonly builtIns?: Observation['builtIns']
}

/**
 * Looks at a database without knowing kinds of objects: prints every row of every catalog that belongs to it and that
 * somebody made or changed, in one snapshot. What PostgreSQL declares of its catalogs says which number names which
 * object, so that kinds and columns that nobody thought of are seen too. Shares no code with what reads catalogs for
 * planning.
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
  { ignoreSchemas = [], builtIns = 'written' }: ObserveOptions = {},
): Promise<Observation> {
  await printPlainly(tx)
  const all = await readCatalogs(tx)
  const catalogs = all.filter(({ name, columns }) => !(name in passedOver) && isReadable(columns))
  const ignored = await readIgnoredSchemas(tx, ignoreSchemas)
  const { version, server, last } = await readServer(tx)
  const newest = builtIns === 'all' ? 0 : last
  const presences = await readPresences(tx, catalogs, newest)
  const lines = await readLines(tx, catalogs, { ignored, newest, presences })
  return {
    version,
    lines,
    fields: Object.fromEntries(catalogs.map((catalog) => [catalog.name, fieldNames(catalog)])),
    builtIns,
    checksums:
      builtIns === 'all'
        ? {}
        : await readChecksums(tx, catalogs, { newest, server, presences, lines }),
    columnOrder: await readColumnOrder(tx, ignored),
    unreadable: all.filter(({ name }) => !(name in passedOver)).flatMap(unreadableOf),
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

/** What lines are made of. */
interface Content {
  readonly ignored: readonly number[]
  readonly newest: number
  readonly presences: ReadonlyMap<string, Presence>
}

async function readLines(
  db: Queryable,
  catalogs: readonly Catalog[],
  { ignored, newest, presences }: Content,
): Promise<ObservedLine[]> {
  const queries = catalogs
    .filter(({ name, shared }) => shared || presences.get(name)?.ours === true)
    .map((catalog) => lineQuery(catalog, newest, outside(catalog, catalogs, ignored)))
  const rows: ObservedLine[] = await db.query(
    sql.__dangerous__rawValue(
      `with ${ignoredObjects(catalogs, ignored)} ${queries.join('\nunion all\n')}`,
    ),
  )
  return rows.map((row) => ({ ...row, object: describeObject(row.object) })).toSorted(byText)
}

/** pg_identify_object answers a row: type, schema, name, identity. */
function describeObject(text: string): string {
  if (!text.startsWith('(')) return text
  const [type, , , identity] = parseRow(text)
  return `${type ?? 'object'} ${identity ?? 'unknown'}`
}

async function readColumnOrder(
  db: Queryable,
  ignored: readonly number[],
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
      and c.relnamespace <> all(${ignored})
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
