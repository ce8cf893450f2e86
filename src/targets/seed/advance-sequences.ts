import { sql } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'
import { quoteQualified } from '../../sql/quote.ts'
import type { PlacedFile } from './order-files.ts'

/** A column whose values a sequence makes. */
interface Numbered {
  readonly schema: string
  readonly table: string
  readonly column: string
  readonly sequence: string
}

/** Moves the sequences of columns past the values that files have written there: the next row would get one of them. */
export async function advanceSequences(db: Queryable, files: readonly PlacedFile[]): Promise<void> {
  for (const { schema, table, column, sequence } of await readNumbered(db, files)) {
    const from = sql.__dangerous__rawValue(quoteQualified(schema, table))
    await db.query(sql`
      select pg_catalog.setval(s.seqrelid::regclass, top.value)
      from (select max(${sql.ident(column)})::bigint as value from ${from}) as top
      join pg_catalog.pg_sequence as s on s.seqrelid = ${sequence}::regclass
      where
        s.seqincrement > 0
        and top.value between s.seqmin and s.seqmax
        and top.value > coalesce(pg_catalog.pg_sequence_last_value(s.seqrelid), s.seqstart - 1)
    `)
  }
}

async function readNumbered(db: Queryable, files: readonly PlacedFile[]): Promise<Numbered[]> {
  return db.query(sql`
    select
      n.nspname as schema,
      c.relname as table,
      a.attname as column,
      pg_catalog.pg_get_serial_sequence(pg_catalog.format('%I.%I', n.nspname, c.relname), a.attname) as sequence
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where
      pg_catalog.format('%I.%I', n.nspname, c.relname) = any(${files.map(({ spelled }) => spelled)})
      and pg_catalog.pg_get_serial_sequence(pg_catalog.format('%I.%I', n.nspname, c.relname), a.attname) is not null
    order by schema, "table", a.attnum
  `)
}
