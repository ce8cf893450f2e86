import { sql } from '../postgres/connect.ts'
import type { Transaction } from '../postgres/connect.ts'

/** A relation as a look sees it. */
interface Seen {
  readonly name: string
  /** The place of its strongest lock among the modes, from 1; 0 for none that keeps others out. */
  readonly lock: number
  readonly file: string
  readonly scans: number
  readonly isTable: boolean
}

/** What a look sees, by the oid of each relation. */
export type Look = ReadonlyMap<string, Seen>

/** Notes the relations that are there when a transaction begins. */
export async function readStart(tx: Transaction): Promise<Look> {
  const rows: (Seen & { readonly oid: string | null })[] = await tx.query(sql`
    with relations as (
      select
        c.oid,
        pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
        case when c.relkind in ('r', 'm') then c.relfilenode::text else '' end as file,
        -- what earlier transactions of this session read counts until it is reported
        pg_catalog.pg_stat_get_xact_numscans(c.oid) as scans,
        c.relkind in ('r', 'p') as "isTable"
      from pg_catalog.pg_class as c
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      where
        c.relkind in ('r', 'p', 'm', 'v', 'S', 'f')
        and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
    ),
    noted as (
      select
        pg_catalog.set_config('measured.at', '0', true),
        pg_catalog.set_config('measured.known', coalesce(pg_catalog.array_agg(oid)::text, '{}'), true)
      from relations
    )
    select oid::text as oid, name, 0 as lock, file, scans, "isTable"
    -- noted in an empty database too, whichever of the two is read first
    from noted
    left join relations on true
  `)
  return new Map(rows.flatMap(({ oid, ...seen }) => (oid === null ? [] : [[oid, seen] as const])))
}

/** One look: what is locked among the relations that were there, under the next number. */
export const look = `
select pg_catalog.set_config(
  'measured.s' || pg_catalog.current_setting('measured.at'),
  coalesce(
    (
      select pg_catalog.json_agg(
        pg_catalog.json_build_array(
          c.oid::text,
          pg_catalog.format('%I.%I', n.nspname, c.relname),
          l.lock,
          case when c.relkind in ('r', 'm') then c.relfilenode::text else '' end,
          pg_catalog.pg_stat_get_xact_numscans(c.oid),
          c.relkind in ('r', 'p')
        )
      )
      from (
        select
          relation,
          pg_catalog.max(
            case mode
              when 'ShareLock' then 1
              when 'ShareRowExclusiveLock' then 2
              when 'ExclusiveLock' then 3
              when 'AccessExclusiveLock' then 4
              else 0
            end
          ) as lock
        from pg_catalog.pg_locks
        where
          pid = pg_catalog.pg_backend_pid()
          and locktype = 'relation'
          and granted
          and relation = any (pg_catalog.current_setting('measured.known')::pg_catalog.oid[])
        group by relation
      ) as l
      join pg_catalog.pg_class as c on c.oid = l.relation
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    )::text,
    '[]'
  ),
  true
);
select pg_catalog.set_config(
  'measured.at',
  (pg_catalog.current_setting('measured.at')::integer + 1)::text,
  true
);
`

/** The looks behind statements, and the last one at the end. */
export async function readLooks(tx: Transaction, count: number): Promise<Look[]> {
  const rows: { readonly text: string }[] = await tx.query(sql`
    select pg_catalog.current_setting('measured.s' || s.at) as text
    from pg_catalog.generate_series(0, ${count}::integer) as s (at)
    order by s.at
  `)
  return rows.map(({ text }) => parseLook(text))
}

function parseLook(text: string): Look {
  const list: [string, string, number, string, number, boolean][] = JSON.parse(text)
  return new Map(
    list.map(([oid, name, lock, file, scans, isTable]) => [
      oid,
      { name, lock, file, scans, isTable },
    ]),
  )
}

/** What the last look saw: also where a statement undid what an earlier one had noted. */
export async function readLastLook(tx: Transaction): Promise<Look> {
  const [row] = await tx.query(sql`
    select pg_catalog.current_setting(
      'measured.s' || (pg_catalog.current_setting('measured.at')::integer - 1)
    ) as text
  `)
  return parseLook(row.text)
}
