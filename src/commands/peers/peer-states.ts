/** A pair of databases on which the planners are timed. */
export interface PeerPair {
  readonly name: string
  readonly tables: number
  /** Whether the second database has one column more. */
  readonly changed: boolean
}

/** The pairs that docs/benchmarks.md has. */
export const peerPairs: readonly PeerPair[] = [
  { name: '10 tables, a column added', tables: 10, changed: true },
  { name: '100 tables, a column added', tables: 100, changed: true },
  { name: '1,000 tables, a column added', tables: 1000, changed: true },
  { name: '1,000 tables, nothing to plan', tables: 1000, changed: false },
  { name: '2,000 tables, a column added', tables: 2000, changed: true },
]

/** The column that is added; a plan that does not name it has not done the work. */
export const addedColumn = 'added_column'

/**
 * Tables as applications have them: a key, a reference to the table before, a check, an index, defaults. Nothing of
 * which a peer says that it does not support it.
 */
export function tablesSql(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `public.t${String(index)}`
    const reference = index === 0 ? '' : ` references public.t${String(index - 1)}`
    return `create table ${name} (
  id bigint generated always as identity primary key,
  parent_id bigint${reference},
  title text not null default '' check (title <> 'none'),
  amount numeric(12, 2),
  created_at timestamptz not null default now()
);
create index on ${name} (parent_id, created_at);`
  })
}

/** The change, in the table in the middle. */
export function changeSql(count: number): string {
  return `alter table public.t${String(Math.floor(count / 2))} add column ${addedColumn} integer`
}
