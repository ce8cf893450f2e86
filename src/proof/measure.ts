import type { Segment } from '../plan/segment.ts'
import { lockModes } from '../plan/hazards/work.ts'
import type { Lock } from '../plan/hazards/work.ts'
import type { MeasuredWork } from '../plan/hazards/measured.ts'
import { sql } from '../postgres/connect.ts'
import type { Transaction } from '../postgres/connect.ts'

/** What a transaction did to the relations that were there before it. */
export interface Measurement {
  /** What each statement of the segment did; undefined for those that were not looked at. */
  readonly statements: readonly (readonly MeasuredWork[] | undefined)[]
  /** What all of them did. */
  readonly whole: readonly MeasuredWork[]
}

/** A measurement that has begun. */
export interface Measuring {
  /** The text with a look at locks and files behind each statement. */
  readonly withLooks: (text: string, segment: Segment) => string
  readonly read: () => Promise<Measurement>
}

/**
 * Begins to measure a transaction: which relations are locked how strongly, whose file changes (pg_class.relfilenode:
 * it was rewritten), and which are read from end to end (pg_stat_get_xact_numscans, true of empty tables too). The
 * looks keep what they see in settings of the transaction, so that the text is sent in one round trip.
 */
export async function startMeasuring(tx: Transaction): Promise<Measuring> {
  const start = await readStart(tx)
  let looked: readonly boolean[] = []
  return {
    withLooks: (text, segment) => {
      const found = insertLooks(text, segment)
      looked = found.looked
      return found.text
    },
    read: async () => {
      await tx.query([sql.__dangerous__rawValue(look)])
      const count = looked.filter(Boolean).length
      const rows = await readLooks(tx, count)
      const steps = differences([start, ...rows])
      let at = 0
      return {
        statements: looked.map((is) => (is ? steps[at++] : undefined)),
        whole: differences([start, ...rows.slice(-1)])[0] ?? [],
      }
    },
  }
}

/** A relation as a look sees it. */
interface Seen {
  readonly name: string
  /** The place of its strongest lock among the modes, from 1; 0 for none that keeps others out. */
  readonly lock: number
  readonly file: string
  readonly scans: number
  readonly isTable: boolean
}

type Look = ReadonlyMap<string, Seen>

async function readStart(tx: Transaction): Promise<Look> {
  const rows: (Seen & { readonly oid: string })[] = await tx.query(sql`
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
    from relations
    cross join noted
  `)
  return new Map(rows.map(({ oid, ...seen }) => [oid, seen]))
}

/** One look: what is locked among the relations that were there, under the next number. */
const look = `
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

/** So many statements are looked at one by one; of a larger segment only the whole is measured. */
const most = 300

/** Statements that lock no relation against others. */
const quiet: ReadonlySet<string> = new Set(['comment', 'grant', 'revoke'])

function insertLooks(
  text: string,
  { statements }: Segment,
): { readonly text: string; readonly looked: readonly boolean[] } {
  const wanted = statements.map(({ verb }) => !quiet.has(verb))
  if (wanted.filter(Boolean).length > most) return { text, looked: statements.map(() => false) }
  let [rest, done] = [text, '']
  const looked = statements.map(({ sql: statement }, at) => {
    const end = rest.indexOf(`${statement};`) + statement.length + 1
    if (end <= statement.length) return false
    done += rest.slice(0, end) + (wanted[at] === true ? look : '')
    rest = rest.slice(end)
    return wanted[at] === true
  })
  return { text: done + rest, looked }
}

/** The looks behind statements, and the last one at the end. */
async function readLooks(tx: Transaction, count: number): Promise<Look[]> {
  const rows: { readonly text: string }[] = await tx.query(sql`
    select pg_catalog.current_setting('measured.s' || s.at) as text
    from pg_catalog.generate_series(0, ${count}::integer) as s (at)
    order by s.at
  `)
  return rows.map(({ text }) => readLook(text))
}

function readLook(text: string): Look {
  const list: [string, string, number, string, number, boolean][] = JSON.parse(text)
  return new Map(
    list.map(([oid, name, lock, file, scans, isTable]) => [
      oid,
      { name, lock, file, scans, isTable },
    ]),
  )
}

/** What happened from one look to the next, relations ordered by name. */
function differences(looks: readonly Look[]): MeasuredWork[][] {
  const state = new Map(looks[0])
  return looks.slice(1).map((next) =>
    [...next]
      .map(([oid, seen]) => {
        const before = state.get(oid) ?? { ...seen, lock: 0, scans: 0 }
        state.set(oid, seen)
        return {
          relation: seen.name,
          isTable: seen.isTable,
          before: modeOf(before.lock),
          after: modeOf(seen.lock),
          rewrite: before.file !== seen.file,
          scan: seen.scans > before.scans,
        }
      })
      .toSorted((a, b) => (a.relation < b.relation ? -1 : 1)),
  )
}

function modeOf(rank: number): Lock | undefined {
  return lockModes[rank - 1]
}
