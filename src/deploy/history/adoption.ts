import { UserError } from '../../errors.ts'
import { sql } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'

/** Counts the tables of the given schemas, those of extensions left out. */
export async function countTables(db: Queryable, schemas: readonly string[]): Promise<number> {
  const [row] = await db.query(sql`
    select count(*)::integer as count
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where
      n.nspname = any(${schemas})
      and c.relkind in ('r', 'p')
      and not exists (
        select 1
        from pg_catalog.pg_depend as d
        where
          d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
          and d.objid = c.oid
          and d.deptype = 'e'
      )
  `)
  return row.count
}

/**
 * Throws UserError when a database without history has tables already: the first migration would fail on tables
 * that were created by other means.
 */
export async function refuseUnadopted(
  db: Queryable,
  schemas: readonly string[],
  environment: string,
): Promise<void> {
  const count = await countTables(db, schemas)
  if (count === 0) return
  const tables = count === 1 ? '1 table' : `${String(count)} tables`
  throw new UserError(
    `the database has ${tables} in ${schemas.join(', ')} but no history of migrations. ` +
      `If the migrations make the same tables, record that with: npm run baseline ${environment}`,
  )
}
