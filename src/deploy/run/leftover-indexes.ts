import { sql } from '../../postgres/connect.ts'
import type { Queryable, SQLQuery } from '../../postgres/connect.ts'

/** Of which statement leftovers are looked for; names are SQL. A relation that is undefined is any. */
export type Wanted =
  | { readonly kind: 'create'; readonly index: string; readonly table: string }
  | { readonly kind: 'reindex'; readonly relation: string | undefined }

/**
 * Reads the indexes that an interrupted CREATE INDEX or REINDEX CONCURRENTLY left: they are not valid. REINDEX calls its
 * own `…_ccnew` and `…_ccold` (manual, REINDEX). An index of a partitioned table waits for its parts, and is none.
 */
export async function readLeftovers(db: Queryable, wanted: Wanted): Promise<readonly string[]> {
  const rows: readonly { readonly name: string }[] = await db.query(sql`
    select pg_catalog.format('%I.%I', n.nspname, c.relname) as name
    from pg_catalog.pg_index as i
    join pg_catalog.pg_class as c on c.oid = i.indexrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where
      not i.indisvalid
      and c.relkind = 'i'
      and ${conditionOf(wanted)}
    order by name
  `)
  return rows.map(({ name }) => name)
}

function conditionOf(wanted: Wanted): SQLQuery {
  if (wanted.kind === 'create')
    return sql`i.indrelid = pg_catalog.to_regclass(${wanted.table}) and c.relname = ${wanted.index}`
  const named = sql`c.relname ~ '_cc(new|old)[0-9]*$'`
  if (wanted.relation === undefined) return named
  return sql`${named} and (
    i.indrelid = pg_catalog.to_regclass(${wanted.relation})
    or i.indrelid = (
      select t.reltoastrelid
      from pg_catalog.pg_class as t
      where t.oid = pg_catalog.to_regclass(${wanted.relation})
    )
    or i.indrelid = (
      select x.indrelid
      from pg_catalog.pg_index as x
      where x.indexrelid = pg_catalog.to_regclass(${wanted.relation})
    )
  )`
}
