import type { BenchResult } from '../commands/bench.ts'
import type { Timing } from '../model/timing.ts'
import type { Paint } from './paint.ts'
import { renderDuration, renderTable } from './text-table.ts'

/** Times, a line each: the shortest, the median and the longest of the runs. */
export function renderBench({ serverVersion, timings }: BenchResult, paint: Paint): string {
  return [
    paint.bold(`PostgreSQL ${String(Math.floor(serverVersion / 10_000))}`),
    renderTimings(timings),
  ].join('\n')
}

/** The same without the server. */
export function renderTimings(timings: readonly Timing[]): string {
  const rows = timings.map(({ name, runs, min, median, max }) => [
    name,
    ...[min, median, max].map(renderDuration),
    String(runs),
  ])
  return renderTable([['', 'min', 'median', 'max', 'runs'], ...rows])
}
