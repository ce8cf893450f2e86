import type { Progress } from './backfill-position.ts'
import type { BackfillTable } from './backfill-table.ts'

/** How the end is seen: by the queries of the file, by the condition of the statement, or not at all. */
export type Check = 'queries' | 'condition' | 'none'

/** Tells how far a table has been gone through, how fast, and how long it takes still. */
export interface Pace {
  readonly tell: (progress: Progress) => string
  readonly summary: (progress: Progress, check: Check) => string
}

/** Begins to measure, from where an earlier run came to. */
export function startPace({ name, rows }: BackfillTable, from: Progress): Pace {
  const start = performance.now()
  const seconds = (): number => Math.max((performance.now() - start) / 1000, 0.001)
  return {
    tell: ({ visited, pass }) => {
      const done = pass === from.pass ? visited - from.visited : visited
      const rate = done / seconds()
      const all = Math.max(rows, visited)
      const left = rate > 0 ? `, about ${durationOf((all - visited) / rate)} left` : ''
      return `${name}: ${count(visited)} of about ${count(all)} rows, ${count(rate)} rows/s${left}`
    },
    summary: ({ visited, changed, pass }, check) =>
      `${name}: ${count(visited)} rows gone through${pass > 1 ? ` in pass ${String(pass)}` : ''}, ${count(changed)} changed in all, ${durationOf(seconds())}; ${checked[check]}`,
  }
}

const checked: Readonly<Record<Check, string>> = {
  queries: 'verified by its queries',
  condition: 'verified: the condition selects no row any more',
  none: 'not verified: write -- @verify QUERY for that',
}

function count(rows: number): string {
  return Math.round(rows).toLocaleString('en')
}

function durationOf(seconds: number): string {
  if (seconds < 90) return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`
  return seconds < 5400 ? `${(seconds / 60).toFixed(0)} min` : `${(seconds / 3600).toFixed(1)} h`
}
