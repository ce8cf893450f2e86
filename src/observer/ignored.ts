import { sql } from '../postgres/connect.ts'
import type { Queryable } from '../postgres/connect.ts'
import type { Catalog } from './catalog-columns.ts'
import { addresses, ofPlatform } from './exceptions/exceptions.ts'
import { isBuiltIn } from './line-query.ts'

/** PostgreSQL's own schema for what belongs to tables (source, pg_namespace.dat); its row stays. */
const toastSchema = 99

/**
 * Schemas by their names; or all but those and PostgreSQL's own; or all that lies outside of those: then nothing is said
 * of what lies in no schema either, of what initdb made, and of what the platform decides.
 */
export type IgnoredSchemas =
  | readonly string[]
  | { readonly allBut: readonly string[] }
  | { readonly outside: readonly string[] }

/** Which objects are told, by numbers of schemas: those outside of them, or only those inside. */
export interface SchemaFilter {
  readonly told: 'outside' | 'inside'
  readonly numbers: readonly number[]
}

/** Whether nothing is told but what lies in some schemas. */
export function isInside(names: IgnoredSchemas): boolean {
  return 'outside' in names
}

/**
 * The schemas of which nothing is said: those of the given names, those of temporary tables, and that of toast tables,
 * which are told with the table that they belong to. Or those of which alone something is said.
 */
export async function readSchemaFilter(
  db: Queryable,
  names: IgnoredSchemas,
): Promise<SchemaFilter> {
  return 'outside' in names
    ? { told: 'inside', numbers: await readNumbers(db, names.outside) }
    : { told: 'outside', numbers: await readIgnored(db, names) }
}

async function readNumbers(db: Queryable, names: readonly string[]): Promise<number[]> {
  const rows: { readonly oid: number }[] = await db.query(sql`
    select n.oid
    from pg_catalog.pg_namespace as n
    where n.nspname = any(${names})
    order by n.oid
  `)
  return rows.map(({ oid }) => oid)
}

async function readIgnored(
  db: Queryable,
  names: Exclude<IgnoredSchemas, { readonly outside: readonly string[] }>,
): Promise<number[]> {
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

/** The common table expression in which `isTold` looks up what lies in the schemas of a filter. */
export function objectsInside(catalogs: readonly Catalog[], filter: SchemaFilter): string {
  const parts = catalogs.flatMap((catalog) => {
    const inner = inside(catalog, catalogs, filter)
    if (inner === undefined || catalog.columns[0].name !== 'oid') return []
    return [
      `select '${catalog.name}'::pg_catalog.regclass::oid, t.oid from pg_catalog.${catalog.name} as t where ${inner}`,
    ]
  })
  return `object_inside (class, number) as materialized (${parts.join(' union all ')})`
}

/** The condition on a row `t` of a catalog that it is told: that it lies in no ignored schema, nor belongs to what does. */
export function isTold(
  catalog: Catalog,
  catalogs: readonly Catalog[],
  filter: SchemaFilter,
): string {
  const address = addresses[catalog.name]
  const inner = address === undefined ? inside(catalog, catalogs, filter) : isAbout(address)
  if (filter.told === 'outside') return inner === undefined ? 'true' : `not (${inner})`
  if (inner === undefined || ofPlatform.has(catalog.name)) return 'false'
  return `not ${isBuiltIn(catalog)} and (${inner})`
}

function isAbout([classColumn, numberColumn]: readonly [string, string, string]): string {
  return `exists (select from object_inside as i where i.class = t.${classColumn} and i.number = t.${numberColumn})`
}

/**
 * By the schema in the row, else by that of the first object that the row points to and that lies in one. Where only
 * some schemas are told, by that of any: a trigger on a table of the platform that calls a function of ours is ours.
 */
function inside(
  { name, columns }: Catalog,
  catalogs: readonly Catalog[],
  { told, numbers }: SchemaFilter,
): string | undefined {
  if (isToastAlone({ told, numbers }) && !ofToast.has(name)) return undefined
  if (name === 'pg_namespace')
    return `t.oid = any(${list(numbers.filter((oid) => oid !== toastSchema))})`
  const own = columns.find(({ target, many }) => target === 'pg_namespace' && !many)
  if (own !== undefined) return `t.${own.name} = any(${list(numbers)})`
  const conditions = columns.flatMap(({ name: column, target, many, relation }) => {
    const schema = many || relation !== null ? undefined : schemaColumn(catalogs, target)
    return schema === undefined
      ? []
      : [
          `exists (select from pg_catalog.${String(target)} as x where x.oid = t.${column} and x.${schema} = any(${list(numbers)}))`,
        ]
  })
  if (conditions.length === 0) return undefined
  return told === 'inside' ? conditions.join(' or ') : conditions[0]
}

/** What there is of a toast table (source, catalog/toasting.c): to ask about other catalogs takes long to compile. */
const ofToast: ReadonlySet<string> = new Set(['pg_class', 'pg_attribute', 'pg_index'])

/** Whether nothing is left out but toast tables, as in most databases. */
function isToastAlone({ told, numbers }: SchemaFilter): boolean {
  return told === 'outside' && numbers.every((oid) => oid === toastSchema)
}

function schemaColumn(catalogs: readonly Catalog[], target: string | null): string | undefined {
  const catalog = catalogs.find(({ name }) => name === target)
  return catalog?.columns.find((column) => column.target === 'pg_namespace' && !column.many)?.name
}

function list(numbers: readonly number[]): string {
  return `'{${numbers.join(',')}}'::oid[]`
}
