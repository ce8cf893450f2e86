import { sql } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'

/** Numbers of rows by table, as SQL spells it. */
export type Inserted = ReadonlyMap<string, number>

/** How many rows the transaction has inserted so far, by table; what was undone counts too. */
export async function readInserted(db: Queryable): Promise<Inserted> {
  const rows: { readonly spelled: string; readonly inserted: number }[] = await db.query(sql`
    select
      pg_catalog.format('%I.%I', n.nspname, c.relname) as spelled,
      sum(s.n_tup_ins)::integer as inserted
    from pg_catalog.pg_stat_xact_all_tables as s
    -- rows of a partition are those of its table
    join pg_catalog.pg_class as c on c.oid = coalesce(pg_catalog.pg_partition_root(s.relid)::oid, s.relid)
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where s.n_tup_ins > 0 and s.schemaname not in ('pg_catalog', 'pg_toast')
    group by n.nspname, c.relname
    order by n.nspname, c.relname
  `)
  return new Map(rows.map(({ spelled, inserted }) => [spelled, inserted]))
}

/** The tables that have more rows in `after`, with how many more. */
export function findMore(before: Inserted, after: Inserted): Inserted {
  const more = [...after].map(
    ([table, count]) => [table, count - (before.get(table) ?? 0)] as const,
  )
  return new Map(more.filter(([, count]) => count > 0))
}
