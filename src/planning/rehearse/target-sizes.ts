import { sendText, sql } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'

/** How large a relation of the target is, with its partitions, indexes and long values. */
export interface RelationSize {
  /** PostgreSQL's estimate; null where it was never analyzed. */
  readonly rows: number | null
  readonly bytes: number
}

/** Reads the sizes of relations by their names, as SQL spells them; those that are not there are left out. */
export async function readSizes(
  session: Session,
  names: readonly string[],
): Promise<ReadonlyMap<string, RelationSize>> {
  return session.tx(async (tx) => {
    // To look at a size waits for whoever locks the table against reading.
    await sendText(tx, "set transaction read only; set local lock_timeout = '3s'")
    const rows: (RelationSize & { readonly name: string })[] = await tx.query(sql`
      select
        asked.name,
        case
          when bool_and(c.reltuples < 0) then null
          else sum(greatest(c.reltuples, 0))::double precision
        end as rows,
        sum(pg_catalog.pg_total_relation_size(c.oid))::double precision as bytes
      from pg_catalog.unnest(${names}::text[]) as asked (name)
      cross join lateral pg_catalog.to_regclass(asked.name) as found (oid)
      cross join lateral (
        select found.oid as oid
        union
        select t.relid
        from pg_catalog.pg_partition_tree(found.oid) as t
        where t.isleaf
      ) as part
      join pg_catalog.pg_class as c on c.oid = part.oid and (c.relkind <> 'p')
      group by asked.name
    `)
    return new Map(rows.map(({ name, ...size }) => [name, size]))
  })
}
