import { quoteLiteral, quoteName } from '../sql/quote.ts'
import type { CatalogColumn } from './catalog-columns.ts'
import {
  aclLetters,
  addresses,
  attributeNames,
  conditions,
  described,
  expressionOf,
  extraFields,
  identities,
  ownWays,
  volatile,
} from './exceptions.ts'

/** Types whose text is the name of what their number stands for; faster than asking for the object's identity. */
const named: Readonly<Record<string, string>> = {
  pg_authid: 'regrole',
  pg_class: 'regclass',
  pg_collation: 'regcollation',
  pg_namespace: 'regnamespace',
  pg_operator: 'regoperator',
  pg_proc: 'regprocedure',
  pg_ts_config: 'regconfig',
  pg_ts_dict: 'regdictionary',
  pg_type: 'regtype',
}

/**
 * The query that prints the rows of one catalog as lines `catalog, object, fields`: no oid is left, each number of an
 * object is its name. Rows that initdb made and nobody changed since are not printed. Takes the columns of the catalog,
 * in order, and the names of schemas whose objects are left out.
 */
export function lineQuery(
  columns: readonly CatalogColumn[],
  ignoreSchemas: readonly string[],
): string {
  const catalog = columns[0]?.catalog ?? ''
  const fields = columns
    .filter(({ name }) => name !== 'oid' && !volatile.has(`${catalog}.${name}`))
    .map((column) => [column.name, expressionFor(column, columns)] as const)
  const all = [...fields, ...Object.entries(extraFields[catalog] ?? {})]
  const pairs = all.map(([name, expression]) => `${quoteLiteral(name)}, (${expression})::text`)
  return `
    select
      ${quoteLiteral(catalog)} as catalog,
      ${ownerOf(columns)} < ${firstOfUsers} as "builtIn",
      ${identityOf(columns)} as object,
      pg_catalog.jsonb_strip_nulls(${buildObject(pairs)})::text as fields
    from pg_catalog.${quoteName(catalog)} as t
    where ${[isOurs(columns), conditions[catalog] ?? 'true', ...outside(columns, ignoreSchemas)].join('\n      and ')}`
}

/**
 * The query that sums up the rows of one catalog that initdb made, as a line `catalog, checksum`: nobody is to wait for
 * thousands of lines that are alike in every database of a server, and a row that is gone leaves no line. Numbers may
 * stay, since initdb gives the same ones each time.
 */
export function checksumQuery(columns: readonly CatalogColumn[]): string {
  const catalog = columns[0]?.catalog ?? ''
  const values = columns
    .filter(({ name }) => !volatile.has(`${catalog}.${name}`) || name.startsWith('obj'))
    .map((column) =>
      column.type === 'aclitem[]' ? changedAclText(column, columns) : `t.${column.name}`,
    )
  return `
    select
      ${quoteLiteral(catalog)} as catalog,
      pg_catalog.concat(count(*), ' ', sum(pg_catalog.hashtextextended(row(${values.join(', ')})::text, 0))) as checksum
    from pg_catalog.${quoteName(catalog)} as t
    where ${ownerOf(columns)} < ${firstOfUsers}`
}

/** initdb numbers what it makes below this (PostgreSQL source, access/transam.h, FirstNormalObjectId). */
const firstOfUsers = 16_384

/** A function takes at most 100 arguments, so wide catalogs are put together from parts. */
function buildObject(pairs: readonly string[]): string {
  const parts: string[] = []
  for (let at = 0; at < pairs.length; at += 45) {
    parts.push(`pg_catalog.jsonb_build_object(${pairs.slice(at, at + 45).join(', ')})`)
  }
  return parts.join(' || ')
}

function expressionFor(column: CatalogColumn, columns: readonly CatalogColumn[]): string {
  const { catalog, name, type, relation } = column
  const own = ownWays[`${catalog}.${name}`]
  if (own !== undefined) return own
  if (type === 'aclitem[]') return aclText(column, columns)
  if (type === 'pg_node_tree')
    return `pg_catalog.pg_get_expr(t.${name}, t.${expressionOf[catalog] ?? 'oid'})`
  if (relation !== null) return numbersText(column, relation)
  if (column.target !== null) return column.many ? namesText(column) : nameText(column, `t.${name}`)
  return `t.${name}`
}

/** The name of one object by its number; 0 is none. */
function nameText({ target }: CatalogColumn, number: string): string {
  const type = named[target ?? '']
  if (type !== undefined)
    return `case when ${number} <> 0 then ${number}::pg_catalog.${type}::text end`
  const address = `${quoteLiteral(`pg_catalog.${target ?? ''}`)}::pg_catalog.regclass, ${number}, 0`
  return `case when ${number} <> 0 then (pg_catalog.pg_identify_object(${address})).identity end`
}

function namesText(column: CatalogColumn): string {
  // The order of a policy's roles is the order in which somebody happened to write them.
  const order = column.target === 'pg_authid' ? 'name' : 'k.rank'
  return `(
    select pg_catalog.string_agg(name, ', ' order by ${order})
    from pg_catalog.unnest(t.${column.name}::oid[]) with ordinality as k (number, rank)
    cross join lateral (select coalesce(${nameText(column, 'k.number')}, '-') as name) as n
  )`
}

function numbersText({ name, many }: CatalogColumn, relation: string): string {
  if (many) return attributeNames(relation, name)
  return `(select a.attname from pg_catalog.pg_attribute as a where a.attrelid = t.${relation} and a.attnum = t.${name})`
}

/** Effective rights, sorted: an absent list stands for the default one. */
function aclText(column: CatalogColumn, columns: readonly CatalogColumn[]): string {
  const initial = defaultAcl(column, columns)
  return rightsText(
    initial === undefined ? `t.${column.name}` : `coalesce(t.${column.name}, ${initial})`,
  )
}

/** Rights that are not the default ones; nothing where they are, whether that is written down or not. */
function changedAclText(column: CatalogColumn, columns: readonly CatalogColumn[]): string {
  const initial = defaultAcl(column, columns)
  const rights = `case when t.${column.name} is not null then ${rightsText(`t.${column.name}`)} end`
  return initial === undefined
    ? rights
    : `nullif(${rights}, case when t.${column.name} is not null then ${rightsText(initial)} end)`
}

function defaultAcl(
  { catalog }: CatalogColumn,
  columns: readonly CatalogColumn[],
): string | undefined {
  const owner = columns.find((column) => column.name.endsWith('owner'))?.name
  const letter = aclLetters[catalog]
  if (owner === undefined || letter === undefined) return undefined
  return `pg_catalog.acldefault((${letter})::"char", t.${owner})`
}

function rightsText(list: string): string {
  return `(
    select pg_catalog.string_agg(
      pg_catalog.concat(
        case when x.grantee = 0 then 'public' else x.grantee::pg_catalog.regrole::text end,
        '=', x.privilege_type, case when x.is_grantable then '*' end,
        '/', x.grantor::pg_catalog.regrole
      ),
      ', ' order by x.grantee::pg_catalog.regrole::text, x.privilege_type, x.grantor::pg_catalog.regrole::text
    )
    from pg_catalog.aclexplode(${list}) as x
  )`
}

function identityOf(columns: readonly CatalogColumn[]): string {
  const [first] = columns
  if (first === undefined) return 'null'
  const address =
    first.name === 'oid'
      ? addressOf(first.catalog, 'oid')
      : addressOf(first.target ?? '', first.name)
  return identities[first.catalog] ?? described(address)
}

function addressOf(catalog: string, column: string): string {
  return `${quoteLiteral(`pg_catalog.${catalog}`)}::pg_catalog.regclass, t.${column}, 0`
}

/**
 * Rows that somebody made, and those of initdb that somebody may have changed since: they have a younger transaction
 * than the newest of initdb's rows that no user can write.
 */
function isOurs(columns: readonly CatalogColumn[]): string {
  const number = ownerOf(columns)
  return `(${number} >= ${firstOfUsers} or t.xmin::text::bigint > (select initial.newest from initial))`
}

/** The number of the object that a row belongs to: its own, or that in the catalog's first column. */
function ownerOf([first]: readonly CatalogColumn[]): string {
  return first?.catalog === 'pg_depend' ? 't.objid' : `t.${first?.name ?? 'oid'}`
}

/** Leaves out what lies in some schemas, whatever column says so. */
function outside(columns: readonly CatalogColumn[], schemas: readonly string[]): string[] {
  if (schemas.length === 0) return []
  const list = schemas.map(quoteLiteral).join(', ')
  const catalog = columns[0]?.catalog ?? ''
  const address = addresses[catalog]
  if (address !== undefined) return [`not exists (${objectOf(address, list)})`]
  if (catalog === 'pg_namespace') return [`t.nspname not in (${list})`]
  return columns.flatMap(({ name, target, many, relation }) => {
    if (many || relation !== null) return []
    if (target === 'pg_namespace') return [`not exists (${schemaOf(name, list)})`]
    if (name === 'enumtypid') return [`not exists (${typeOf(name, list)})`]
    return target === 'pg_class' ? [`not exists (${relationOf(name, list)})`] : []
  })
}

function schemaOf(column: string, list: string): string {
  return `select 1 from pg_catalog.pg_namespace as n where n.oid = t.${column} and n.nspname in (${list})`
}

function relationOf(column: string, list: string): string {
  return `
    select 1
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where c.oid = t.${column} and n.nspname in (${list})`
}

function typeOf(column: string, list: string): string {
  return `
    select 1
    from pg_catalog.pg_type as y
    join pg_catalog.pg_namespace as n on n.oid = y.typnamespace
    where y.oid = t.${column} and n.nspname in (${list})`
}

function objectOf(address: string, list: string): string {
  return `
    select 1
    from pg_catalog.pg_identify_object(${address}) as i
    where i.schema in (${list}) or (i.type = 'schema' and i.name in (${list}))`
}
