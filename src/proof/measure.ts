import type { Segment } from '../plan/segment.ts'
import { lockModes } from '../plan/hazards/work/work-row.ts'
import type { Lock } from '../plan/hazards/work/work-row.ts'
import type { MeasuredWork } from '../plan/write/measured-hazards.ts'
import { sql } from '../postgres/connect.ts'
import type { Transaction } from '../postgres/connect.ts'
import { look, readLastLook, readLooks, readStart } from './look.ts'
import type { Look } from './look.ts'

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
 * Begins to measure a transaction: the locks on relations, the rewritten ones (pg_class.relfilenode changes), and
 * the scanned ones (pg_stat_get_xact_numscans, also for empty tables). The looks keep what they see in settings of
 * the transaction, so that the text is sent in one round trip.
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

/** For a transaction that nobody waits for: a look takes longer than most statements. */
export async function measureNothing(): Promise<Measuring> {
  return {
    withLooks: (text) => text,
    read: async () => ({ statements: [], whole: [] }),
  }
}

/** Runs statements of a file one after the other in a transaction, and measures what each of them did. */
export async function measureEach(
  tx: Transaction,
  runs: readonly (() => Promise<void>)[],
): Promise<readonly (readonly MeasuredWork[])[]> {
  const looks = [await readStart(tx)]
  for (const run of runs) {
    await run()
    await tx.query([sql.__dangerous__rawValue(look)])
    looks.push(await readLastLook(tx))
  }
  return differences(looks)
}

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
