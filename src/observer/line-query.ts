import type { Catalog, CatalogColumn } from './catalog-columns.ts'
import { changedRights, columnText } from './catalog-column-text.ts'
import {
  addresses,
  conditions,
  extraFields,
  identities,
  thisDatabase,
} from './exceptions/exceptions.ts'
import { identity } from './expressions.ts'
import { passedOverColumns } from './exceptions/passed-over.ts'

/** initdb numbers what it makes below this (PostgreSQL source, access/transam.h, FirstNormalObjectId). */
const firstOfUsers = 16_384

/** The names of the fields of a catalog's lines, in their order. */
export function fieldNames(catalog: Catalog): string[] {
  return fieldsOf(catalog).map(([name]) => name)
}

/**
 * The query that prints the rows of one catalog as lines `catalog, builtIn, object, fields`: no oid is left, each
 * number of an object is its name. Of the rows that initdb made it prints those that a transaction younger than
 * `newest` wrote. `told` is one more condition.
 */
export function lineQuery(catalog: Catalog, newest: number, told: string): string {
  const { name, shared } = catalog
  const ours = shared ? 'true' : `(not ${isBuiltIn(catalog)} or ${isYounger(newest)})`
  return `
    select
      '${name}'::text as catalog,
      ${isBuiltIn(catalog)} as "builtIn",
      ${identityOf(catalog)} as object,
      row(${fieldsOf(catalog)
        .map(([, text]) => text)
        .join(', ')})::text as fields
    from pg_catalog.${name} as t
    where ${[ours, conditions[name] ?? 'true', ofThisDatabase(catalog), told].join('\n      and ')}`
}

/**
 * The query that finds out what there is in one catalog, as a line `catalog, ours, builtIns`: whether lineQuery can
 * print anything at all, and a mark of which rows of initdb's there are.
 */
export function catalogUseQuery(catalog: Catalog, newest: number): string {
  const { name } = catalog
  const builtIn = isBuiltIn(catalog)
  return `
    select
      '${name}'::text as catalog,
      coalesce(bool_or(not ${builtIn} or ${isYounger(newest)}), false) as ours,
      pg_catalog.concat_ws(' ', count(*) filter (where ${builtIn}), sum(${keyHash(catalog)}) filter (where ${builtIn})) as "builtIns"
    from pg_catalog.${name} as t
    where ${conditions[name] ?? 'true'}`
}

/**
 * The query that sums up the rows of one catalog that initdb made, as a line `catalog, checksum`: nobody is to wait for
 * thousands of lines that are alike in every database of a server, and a row that is gone leaves no line. Numbers may
 * stay, since initdb gives the same ones each time.
 */
export function checksumQuery(catalog: Catalog, newest: number): string {
  const { name, columns } = catalog
  const address: readonly string[] = addresses[name] ?? []
  const values = columns
    .filter((column) => address.includes(column.name) || isTold(catalog, column))
    .map((column) => {
      if (column.type === 'aclitem[]') return changedRights(catalog, column)
      // Long, and nobody makes the same one again: enough to look where somebody wrote.
      if (column.type === 'pg_node_tree')
        return `case when ${isYounger(newest)} then t.${column.name} end`
      return `t.${column.name}`
    })
  return `
    select
      '${name}'::text as catalog,
      pg_catalog.concat(count(*), ' ', sum(pg_catalog.hashtextextended(row(${values.join(', ')})::text, 0))) as checksum
    from pg_catalog.${name} as t
    where ${isBuiltIn(catalog)} and ${conditions[name] ?? 'true'}`
}

/**
 * Whether a row was written by a younger transaction than `newest`. Ages would wrap around after two thousand
 * million transactions. Those that the bootstrap wrote (source, access/transam.h, BootstrapTransactionId) are
 * passed over first, since to read a number as text takes long.
 */
function isYounger(newest: number): string {
  if (newest < 1) return 'true'
  return `(t.xmin <> '1'::xid and t.xmin::text::bigint > ${String(newest)})`
}

/** A number for the row: its oid, or where it has none, all numbers in it. */
function keyHash({ columns }: Catalog): string {
  const [first] = columns
  const key =
    first.name === 'oid'
      ? [first]
      : columns.filter(({ type, readable }) => readable && keyTypes.has(type))
  return key.reduce(
    (seed, { name }) => `pg_catalog.hashint8extended(t.${name}::oid::bigint, ${seed})`,
    '0',
  )
}

const keyTypes: ReadonlySet<string> = new Set(['oid', 'regproc', 'smallint', 'integer'])

/** What is printed of a row: name and SQL. The object that it is about names the line. */
function fieldsOf(catalog: Catalog): (readonly [string, string])[] {
  const fields = catalog.columns
    .filter((column) => isTold(catalog, column))
    .map((column) => [column.name, columnText(catalog, column)] as const)
  return [...fields, ...Object.entries(extraFields[catalog.name] ?? {})]
}

function isTold({ name: catalog }: Catalog, { name, readable }: CatalogColumn): boolean {
  if (!readable || name === 'oid' || passedOverColumns.has(`${catalog}.${name}`)) return false
  return addresses[catalog]?.some((part) => part === name) !== true
}

function identityOf({ name, columns }: Catalog): string {
  const own = identities[name]
  if (own !== undefined) return own
  const address = addresses[name]
  if (address !== undefined) return identity(address.map((column) => `t.${column}`).join(', '))
  const [first] = columns
  const catalog = first.name === 'oid' ? name : (first.target ?? name)
  return identity(`'pg_catalog.${catalog}'::pg_catalog.regclass, t.${first.name}, 0`)
}

/** Whether initdb made what a row belongs to: by its own number, or that of the object that it is about. */
export function isBuiltIn({ name, shared, columns }: Catalog): string {
  if (shared) return 'false'
  return `t.${addresses[name]?.[1] ?? columns[0].name} < ${String(firstOfUsers)}`
}

/** Of a catalog for all databases, the rows that point to this one. */
function ofThisDatabase({ shared, columns }: Catalog): string {
  const column = columns.find(({ target }) => target === 'pg_database')
  return shared && column !== undefined ? `t.${column.name} = ${thisDatabase}` : 'true'
}
