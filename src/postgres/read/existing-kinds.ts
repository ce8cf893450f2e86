import { sql } from '../connect.ts'
import type { Queryable, SQLQuery } from '../connect.ts'
import type { Area, ExistingKinds } from './reader.ts'
import type { RowOf } from './row.ts'

/** What the query for the kinds answers. */
export const existingColumns = { kind: 'text' } as const

/**
 * Looks which kinds of objects there are in the schemas, in one query of what readers ask; more may be named than there
 * are. Most databases hold few of the kinds that PostgreSQL knows, and to compile what reads the others takes most of
 * the time.
 */
export async function readExistingKinds(
  db: Queryable,
  { schemas, whole, superusers }: Omit<Area, 'existing'>,
  queries: readonly SQLQuery[],
): Promise<ExistingKinds> {
  const rows: RowOf<typeof existingColumns>[] = await db.query(sql`
    with area as (
      select n.oid
      from pg_catalog.pg_namespace as n
      where n.nspname = any(${schemas})
    ),
    scope ("builtIns") as (select ${whole && superusers}::boolean),
    found (kind) as (${sql.join([...queries], sql` union all `)})
    select found.kind from found
  `)
  return new Set(rows.map(({ kind }) => kind))
}
