import { sql } from '../postgres/connect.ts'
import type { Queryable } from '../postgres/connect.ts'
import type { Catalog } from './catalog-columns.ts'
import { addresses } from './exceptions.ts'

/** PostgreSQL's own schema for what belongs to tables (source, pg_namespace.dat); its row stays. */
const toastSchema = 99

/** Schemas by their names; or all but those and PostgreSQL's own. */
export type IgnoredSchemas = readonly string[] | { readonly allBut: readonly string[] }

/**
 * The numbers of schemas of which nothing is said: those of the given names, those of temporary tables, and that of
 * toast tables, which are told with the table that they belong to.
 */
export async function readIgnoredSchemas(db: Queryable, names: IgnoredSchemas): Promise<number[]> {
  const isNamed =
    'allBut' in names
      ? sql`n.nspname <> all(${names.allBut}) and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`
      : sql`n.nspname = any(${names})`
  const rows: { readonly oid: number }[] = await db.query(sql`
    select n.oid
    from pg_catalog.pg_namespace as n
    where
      (${isNamed})
      or n.nspname ~ '^pg_(toast_)?temp_[0-9]+$'
      or n.oid = ${toastSchema}
    order by n.oid
  `)
  return rows.map(({ oid }) => oid)
}

/** The common table expression in which `outside` looks up what lies in the ignored schemas. */
export function ignoredObjects(catalogs: readonly Catalog[], ignored: readonly number[]): string {
  const parts = catalogs.flatMap((catalog) => {
    const inner = inside(catalog, catalogs, ignored)
    if (inner === undefined || catalog.columns[0].name !== 'oid') return []
    return [
      `select '${catalog.name}'::pg_catalog.regclass::oid, t.oid from pg_catalog.${catalog.name} as t where ${inner}`,
    ]
  })
  return `ignored_object (class, number) as materialized (${parts.join(' union all ')})`
}

/** The condition on a row `t` of a catalog that it does not lie in an ignored schema, nor belong to what does. */
export function outside(
  catalog: Catalog,
  catalogs: readonly Catalog[],
  ignored: readonly number[],
): string {
  const address = addresses[catalog.name]
  if (address !== undefined) {
    const [classColumn, numberColumn] = address
    return `not exists (select from ignored_object as i where i.class = t.${classColumn} and i.number = t.${numberColumn})`
  }
  const inner = inside(catalog, catalogs, ignored)
  return inner === undefined ? 'true' : `not (${inner})`
}

/** By the schema in the row, else by that of the first object that the row points to and that lies in one. */
function inside(
  { name, columns }: Catalog,
  catalogs: readonly Catalog[],
  ignored: readonly number[],
): string | undefined {
  if (name === 'pg_namespace')
    return `t.oid = any(${list(ignored.filter((oid) => oid !== toastSchema))})`
  const own = columns.find(({ target, many }) => target === 'pg_namespace' && !many)
  if (own !== undefined) return `t.${own.name} = any(${list(ignored)})`
  for (const { name: column, target, many, relation } of columns) {
    const schema = many || relation !== null ? undefined : schemaColumn(catalogs, target)
    if (schema !== undefined)
      return `exists (select from pg_catalog.${String(target)} as x where x.oid = t.${column} and x.${schema} = any(${list(ignored)}))`
  }
  return undefined
}

function schemaColumn(catalogs: readonly Catalog[], target: string | null): string | undefined {
  const catalog = catalogs.find(({ name }) => name === target)
  return catalog?.columns.find((column) => column.target === 'pg_namespace' && !column.many)?.name
}

function list(numbers: readonly number[]): string {
  return `'{${numbers.join(',')}}'::oid[]`
}
