import type { Paint } from '../../src/report/paint.ts'
import { renderTable } from '../../src/report/text-table.ts'
import type { AuraBench } from './bench.ts'
import { judge } from './judge.ts'

/** What was measured, a line a target. */
export function renderAuraBench(bench: AuraBench, paint: Paint): string {
  const rows = judge(bench)
  const missed = rows.filter(({ holds }) => !holds).map(({ name }) => name)
  return [
    paint.bold(`PostgreSQL ${bench.postgres}`),
    renderTable([
      ['', 'here', 'naive', 'ratio', ''],
      ...rows.map(({ name, ours, naive, ratio, holds }) => [
        name,
        ours,
        naive,
        ratio,
        holds ? 'holds' : 'DOES NOT HOLD',
      ]),
    ]),
    missed.length === 0
      ? paint.good('Every target holds. docs/performance.md is written.')
      : paint.bad(`Missed: ${missed.join('; ')}. docs/performance.md is written.`),
  ].join('\n')
}
