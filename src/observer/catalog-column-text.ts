import type { Catalog, CatalogColumn } from './catalog-columns.ts'
import {
  aclLetters,
  expressionOf,
  ownNames,
  ownWays,
  secrets,
  sets,
} from './exceptions/exceptions.ts'
import { columnNames, nameOf, rightsText, sorted } from './expressions.ts'
import { hidden } from './hidden-text.ts'

/** Types whose text is the name of the object of their number; faster than asking for the object's identity. */
const namingTypes: Readonly<Record<string, string>> = {
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

/** The SQL that prints a column of a row `t` without the number of an object. */
export function columnText(catalog: Catalog, column: CatalogColumn): string {
  const key = `${catalog.name}.${column.name}`
  const own = ownWays[key]
  if (own !== undefined) return own
  return secrets.has(key) ? hidden(column) : generalText(catalog, column)
}

/** Rights that are not the default ones; nothing where they are, whether that is written down or not. */
export function changedRights(catalog: Catalog, { name }: CatalogColumn): string {
  const initial = defaultRights(catalog)
  const rights = rightsText(`t.${name}`)
  return initial === undefined
    ? rights
    : `case when t.${name} is not null then nullif(${rights}, ${rightsText(initial)}) end`
}

type Printer = (catalog: Catalog, column: CatalogColumn) => string

/** How to print types of which the same text may mean different values. */
const printers: Readonly<Record<string, Printer>> = {
  'aclitem[]': effectiveRights,
  'text[]': (_, { name }) => sorted(`t.${name}`),
  pg_node_tree: ({ name: catalog }, { name }) =>
    `pg_catalog.pg_get_expr(t.${name}, ${expressionOf[catalog] ?? '0'})`,
}

function generalText(catalog: Catalog, column: CatalogColumn): string {
  const { name, type, relation, target, many } = column
  const printer = printers[type]
  if (printer !== undefined) return printer(catalog, column)
  if (relation !== null) return (many ? columnNames : columnName)(`t.${relation}`, `t.${name}`)
  if (target === null) return `t.${name}`
  return many ? namesText(catalog, column, target) : nameText(target, `t.${name}`)
}

/** An absent list means the default one. */
function effectiveRights(catalog: Catalog, { name }: CatalogColumn): string {
  const initial = defaultRights(catalog)
  return rightsText(initial === undefined ? `t.${name}` : `coalesce(t.${name}, ${initial})`)
}

function defaultRights({ name, columns }: Catalog): string | undefined {
  const owner = columns.find((column) => column.name.endsWith('owner') || column.name === 'datdba')
  const letter = aclLetters[name]
  if (owner === undefined || letter === undefined) return undefined
  return `pg_catalog.acldefault((${letter})::"char", t.${owner.name})`
}

/** The name of one object by its number; 0 is none. */
function nameText(target: string, number: string): string {
  const type = namingTypes[target]
  const address = `'pg_catalog.${target}'::pg_catalog.regclass, ${number}, 0`
  const general = type === undefined ? nameOf(address) : `${number}::pg_catalog.${type}`
  return `case when ${number} <> 0 then ${ownNames[target]?.(number) ?? general} end`
}

function namesText({ name: catalog }: Catalog, { name }: CatalogColumn, target: string): string {
  const order = sets.has(`${catalog}.${name}`) ? 'n.name' : 'k.rank'
  return `case when t.${name} is not null then (
    select pg_catalog.string_agg(coalesce(n.name, '-'), ', ' order by ${order})
    from pg_catalog.unnest(t.${name}::oid[]) with ordinality as k (number, rank)
    cross join lateral (select (${nameText(target, 'k.number')})::text as name) as n
  ) end`
}

function columnName(relation: string, number: string): string {
  return `(select a.attname from pg_catalog.pg_attribute as a where a.attrelid = ${relation} and a.attnum = ${number})`
}
