import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { comparedQueries } from '../../aura/bench/compared-queries.ts'
import { judge } from '../../aura/bench/judge.ts'
import { wholeSizes } from '../../aura/bench/load.ts'
import type { AuraBench } from '../../aura/bench/bench.ts'
import { renderPerformancePage } from '../../aura/bench/performance-page.ts'
import { renderAuraBench } from '../../aura/bench/render-bench.ts'
import { plain } from '../../src/report/paint.ts'

/** A run in which everything is as it should be, but a batch that is nine times as fast. */
const bench: AuraBench = {
  postgres: '17.10',
  sizes: wholeSizes,
  queries: [
    {
      name: 'A question',
      naively: 'an offset',
      target: 'at most 105 pages',
      ours: { milliseconds: 0.5, buffers: 1, rows: 100 },
      naive: { milliseconds: 2000, buffers: 1003, rows: 100 },
      holds: true,
    },
  ],
  inserts: {
    singleRequests: 90,
    batchRequest: 10,
    singleCalls: 8,
    batchCall: 2,
    bareInsert: 1.5,
  },
  wal: { ours: 600, naive: 660 },
  anon: { refused: 8, tables: 8 },
  deletion: { rows: 200_153, milliseconds: 158.9, scanned: 0 },
}

it('each target is judged by what was measured', () => {
  expect(renderAuraBench(bench, plain)).toMatchInlineSnapshot(`
    "PostgreSQL 17.10
                                                    here                          naive                 ratio
      A question                                    0.50 ms, 1 page               2000 ms, 1,003 pages  4,000×  holds
      A question of somebody who has not signed in  42501 at 8 of 8 tables                                      holds
      The write-ahead log of one log                600 bytes                     660 bytes             1.1×    holds
      A batch of 100 logs                           10 ms                         90 ms                 9.0×    DOES NOT HOLD
      The deletion of an account with 200,153 rows  159 ms, 0 rows read by scans                                holds
    Missed: A batch of 100 logs. docs/performance.md is written."
  `)
  const other: AuraBench = {
    ...bench,
    inserts: { ...bench.inserts, singleRequests: 100 },
    wal: { ours: 608, naive: 660 },
    anon: { refused: 7, tables: 8 },
    deletion: { ...bench.deletion, scanned: 1 },
  }
  expect(judge(other).map(({ holds }) => holds)).toEqual([true, false, false, true, false])
})

it('the page says what was loaded, what came out, and where the time of a batch goes', () => {
  const page = renderPerformancePage(bench)
  expect(page).toContain('1,000 users with 1,000 logs each, one with 200,000')
  expect(page).toContain(
    '| A question | at most 105 pages | 0.50 ms, 1 page | 2000 ms, 1,003 pages | 4,000× | an offset | yes |',
  )
  expect(page).toContain('| **no** |')
  expect(page).toContain('Against that a batch has 9.0× the rows a second.')
  expect(page).toContain('take 25 % of its time.')
})

it('the page in docs has every target, and all hold', async () => {
  const page = await readFile(join(import.meta.dirname, '../../docs/performance.md'), 'utf8')
  for (const { name } of comparedQueries(wholeSizes)) expect(page).toContain(`| ${name} |`)
  expect(page).not.toContain('**no**')
})
