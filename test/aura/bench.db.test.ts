import { describe, expect, it, vi } from 'vitest'
import { benchAura } from '../../aura/bench/bench.ts'
import { judge } from '../../aura/bench/judge.ts'
import { withTestWorkbench } from '../support/database.ts'
import { longer } from '../support/sample.ts'
import { silent } from '../support/talk.ts'

vi.setConfig({ testTimeout: 120_000 })

describe('npm run bench:aura', longer, () => {
  it('measures every target on a small service', async () => {
    const sizes = { users: 100, logs: 400, largeLogs: 4000, tasks: 50 }
    const bench = await benchAura(withTestWorkbench, { sizes, talk: silent })
    for (const { ours, naive } of bench.queries) {
      expect(Math.min(ours.milliseconds, naive.milliseconds)).toBeGreaterThan(0)
      expect(Math.min(ours.buffers, naive.buffers)).toBeGreaterThan(0)
    }
    // These two are true of any size; the rest is for the size that the page has.
    const names = ['The write-ahead log of one log', 'A question of somebody who has not signed in']
    const judged = judge(bench).filter(({ name }) => names.includes(name))
    expect(judged.map(({ holds }) => holds)).toEqual([true, true])
    expect(bench.deletion.rows).toBe(4000 + 50 + 100 + 1 + 1 + 1)
    // The profiles and tokens of 101 users fit a few pages: an index is not worth it there.
    expect(bench.deletion.scanned).toBeLessThanOrEqual(2 * 101)
  })
})
