import { sql } from '../postgres/connect.ts'
import type { Transaction } from '../postgres/connect.ts'

/** The strongest lock that a transaction took on a table, called as the manual does (13.3.1): `access exclusive`. */
export interface TableLock {
  readonly table: string
  readonly mode: string
}

/** What a lock stands for when several are held, weakest first: those that let reads and writes of rows go on are left out. */
const modes = ['share', 'share row exclusive', 'exclusive', 'access exclusive']

/**
 * Notes which tables there are, and answers a question to be asked before the commit: which of them are locked against
 * writes or reads by this transaction. Ordered by table.
 */
export async function lockReader(tx: Transaction): Promise<() => Promise<TableLock[]>> {
  const names = await readTableNames(tx)
  return async () => {
    const rows: { readonly oid: string; readonly mode: string }[] = await tx.query(sql`
      select
        l.relation::text as oid,
        pg_catalog.lower(
          pg_catalog.regexp_replace(
            pg_catalog.regexp_replace(l.mode, 'Lock$', ''), '(?<=[a-z])(?=[A-Z])', ' ', 'g'
          )
        ) as mode
      from pg_catalog.pg_locks as l
      where l.pid = pg_catalog.pg_backend_pid() and l.locktype = 'relation' and l.granted
    `)
    return strongestLocks(
      rows.flatMap(({ oid, mode }) => {
        const table = names.get(oid)
        return table === undefined || !modes.includes(mode) ? [] : [{ table, mode }]
      }),
    )
  }
}

/** The strongest lock of each table, ordered by table. */
export function strongestLocks(locks: readonly TableLock[]): TableLock[] {
  const strongest = new Map<string, string>()
  for (const { table, mode } of locks) {
    const known = strongest.get(table) ?? ''
    if (modes.indexOf(mode) > modes.indexOf(known)) strongest.set(table, mode)
  }
  return [...strongest]
    .map(([table, mode]) => ({ table, mode }))
    .toSorted((a, b) => (a.table < b.table ? -1 : 1))
}

async function readTableNames(tx: Transaction): Promise<ReadonlyMap<string, string>> {
  const rows: { readonly oid: string; readonly name: string }[] = await tx.query(sql`
    select
      c.oid::text as oid,
      pg_catalog.format('%I.%I', n.nspname, c.relname) as name
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
    order by name
  `)
  return new Map(rows.map(({ oid, name }) => [oid, name]))
}
