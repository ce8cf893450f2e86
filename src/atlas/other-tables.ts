import { sql, withDatabase } from '../postgres/connect.ts'

/** The name of a table. */
export interface TableName {
  readonly schema: string
  readonly name: string
}

/** The tables of the schemas of either database, but for the given ones, in the order of their names. */
export async function listOtherTables({
  from,
  to,
  schemas,
  tables,
}: {
  readonly from: string
  readonly to: string
  readonly schemas: readonly string[]
  readonly tables: readonly TableName[]
}): Promise<TableName[]> {
  const lists = await Promise.all([readTables(from, schemas), readTables(to, schemas)])
  const all = new Map(lists.flat().map((table) => [keyOf(table), table]))
  for (const table of tables) all.delete(keyOf(table))
  return [...all.values()].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

async function readTables(url: string, schemas: readonly string[]): Promise<TableName[]> {
  return withDatabase(url, (db) =>
    db.query(sql`
      select
        n.nspname::text as schema,
        c.relname::text as name
      from pg_catalog.pg_class as c
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      where
        c.relkind in ('r', 'p')
        and n.nspname = any(${schemas})
      order by schema, name
    `),
  )
}

function keyOf({ schema, name }: TableName): string {
  return JSON.stringify([schema, name])
}
