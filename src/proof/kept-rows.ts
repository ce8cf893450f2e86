import type { Catalog, CatalogObject, ObjectId } from '../model/catalog.ts'
import { childrenOf } from '../model/catalog.ts'
import { isSameValue } from '../model/compare-catalogs.ts'
import { textIn } from '../model/attribute.ts'
import { conversionOf } from '../plan/hazards/data/conversion-risks.ts'
import { baseOf } from '../plan/hazards/work/storage.ts'
import { nameOf } from '../model/object-id.ts'
import { ownNameOf } from '../plan/rules/facets/name.ts'
import { sql } from '../postgres/connect.ts'
import type { Queryable } from '../postgres/connect.ts'

/** The columns of a table whose values a plan must keep, as SQL spells them. */
export interface KeptTable {
  readonly table: ObjectId
  readonly columns: readonly string[]
}

/** How many rows a table has, and a digest of the kept columns' values, whatever their order. */
export interface TableRows {
  readonly table: ObjectId
  readonly count: number
  readonly digest: string
}

/** What became of a table's rows. A table without rows says nothing: it was not tried. */
export interface RowCheck {
  readonly table: ObjectId
  readonly count: number
  readonly kept: boolean
}

/**
 * The tables and columns that two states share, without those that a plan declares lost. Computed columns are left
 * out: their values follow from the others.
 */
export function keptTables(
  from: Catalog,
  to: Catalog,
  lost: ReadonlySet<ObjectId> = new Set(),
): KeptTable[] {
  // Values of a type of which something is lost are lost too; those with other fields read otherwise.
  const users = from.dependencies.filter(
    ({ needed }) => lost.has(needed) || hasOtherFields(needed, from, to),
  )
  const affected = new Set([...lost, ...users.map(({ dependent }) => dependent)])
  const stays = (id: ObjectId): boolean => to.objects.has(id) && !affected.has(id)
  return [...from.objects.values()]
    .filter(({ kind, id }) => kind === 'table' && stays(id))
    .map(({ id }) => ({
      table: id,
      columns: childrenOf(from, id)
        .filter((child) => child.kind === 'column' && stays(child.id))
        .filter((child) => keepsText(child, from, to))
        .filter(({ attributes }) => (attributes['generated'] ?? null) === null)
        .map(ownNameOf),
    }))
}

/** Whether values of a column print as before, if its type changes: otherwise a digest of their texts says nothing. */
function keepsText(column: CatalogObject, from: Catalog, to: Catalog): boolean {
  const after = to.objects.get(column.id)
  if (after === undefined) return true
  const [old, fresh] = [baseOf(textIn(column, 'type'), from), baseOf(textIn(after, 'type'), to)]
  return old === fresh || conversionOf(old, fresh).keepsText
}

function hasOtherFields(id: ObjectId, from: Catalog, to: Catalog): boolean {
  const [before, after] = [from, to].map(({ objects }) => objects.get(id)?.attributes['fields'])
  return !isSameValue(before, after)
}

/** Counts and digests the rows of tables, in the order given. Of one that is gone, or lacks a column, there are none. */
export async function readRows(db: Queryable, tables: readonly KeptTable[]): Promise<TableRows[]> {
  const rows: TableRows[] = []
  const found = await readColumns(db, tables)
  for (const { table, columns } of tables) {
    const there = found.get(nameOf(table))
    if (there === undefined || !columns.every((name) => there.has(name))) {
      rows.push({ table, count: 0, digest: 'gone' })
      continue
    }
    const [row] = await db.query(sql`
      select
        pg_catalog.count(*)::integer as count,
        pg_catalog.md5(coalesce(pg_catalog.string_agg(r.line, E'\n' order by r.line collate "C"), '')) as digest
      from (
        select pg_catalog.concat_ws('|', ${valuesOf(columns)}) as line
        -- those that inherit or are partitions are separate tables
        from only ${sql.__dangerous__rawValue(nameOf(table))}
      ) as r
    `)
    rows.push({ table, count: Number(row.count), digest: String(row.digest) })
  }
  return rows
}

/** The columns of those tables that are there, as SQL spells them. */
async function readColumns(
  db: Queryable,
  tables: readonly KeptTable[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (tables.length === 0) return new Map()
  const names = tables.map(({ table }) => nameOf(table))
  const rows: { readonly name: string; readonly columns: readonly string[] }[] = await db.query(sql`
    select
      t.name,
      array(
        select pg_catalog.quote_ident(a.attname)
        from pg_catalog.pg_attribute as a
        where a.attrelid = pg_catalog.to_regclass(t.name) and a.attnum > 0 and not a.attisdropped
      ) as columns
    from pg_catalog.unnest(${names}::text[]) as t (name)
    where pg_catalog.to_regclass(t.name) is not null
  `)
  return new Map(rows.map(({ name, columns }) => [name, new Set(columns)]))
}

/** Compares what there is with what was there, a table at a time. */
export function checkRows(before: readonly TableRows[], after: readonly TableRows[]): RowCheck[] {
  return before.map(({ table, count, digest }, at) => ({
    table,
    count,
    kept: after[at]?.count === count && after[at].digest === digest,
  }))
}

/** Each value as text, nulls told from empty texts. */
function valuesOf(columns: readonly string[]): ReturnType<typeof sql.join> {
  if (columns.length === 0) return sql`''`
  const spelled = columns.map((name) => sql.__dangerous__rawValue(name))
  return sql.join(
    spelled.map((name) => sql`coalesce(pg_catalog.quote_literal(${name}::text), 'null')`),
    sql`, `,
  )
}
