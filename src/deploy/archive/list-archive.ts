import { sql } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'
import { quoteName } from '../../sql/quote.ts'
import { hasArchive } from './archived-items.ts'
import { raw } from './keep-losses.ts'

/** A table of the archive. */
export interface ListedItem {
  readonly id: number
  readonly version: string
  /** The table, or the column with its table in front, quoted as SQL. */
  readonly object: string
  readonly store: string
  readonly rows: number
  readonly bytes: number
  /** How long ago it was kept. */
  readonly days: number
  /** Whether the rows that it lacks were put back. */
  readonly putBack: boolean
}

/** Lists the archive, oldest first. */
export async function listArchived(session: Session): Promise<ListedItem[]> {
  if (!(await hasArchive(session))) return []
  const items: Omit<ListedItem, 'rows'>[] = await session.query(sql`
    select
      i.id::integer as id,
      i.version,
      case
        when i.column_name is null then pg_catalog.format('%I.%I', i.schema_name, i.table_name)
        else pg_catalog.format('%I.%I.%I', i.schema_name, i.table_name, i.column_name)
      end as object,
      i.store,
      coalesce(pg_catalog.pg_total_relation_size(c.oid), 0)::bigint as bytes,
      pg_catalog.date_part('day', pg_catalog.now() - i.kept_at)::integer as days,
      i.put_back_at is not null as "putBack"
    from archive.items as i
    join pg_catalog.pg_class as c on c.relname = i.store
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace and n.nspname = 'archive'
    order by i.id
  `)
  const listed: ListedItem[] = []
  for (const item of items) {
    const [counted] = await session.query([
      raw(`select count(*)::integer as rows from archive.${quoteName(item.store)}`),
    ])
    listed.push({ ...item, rows: Number(counted?.[0]?.rows) })
  }
  return listed
}

/** Drops tables of the archive, with their entries. */
export async function dropArchived(session: Session, items: readonly ListedItem[]): Promise<void> {
  await session.tx(async (tx) => {
    for (const { id, store } of items) {
      await tx.query([raw(`drop table archive.${quoteName(store)}`)])
      await tx.query(sql`delete from archive.items where id = ${id}`)
    }
  })
}
