import { join } from 'node:path'
import { describe, test } from 'vitest'
import { mergeRisks, riskText } from '../../../src/plan/hazards/hazard.ts'
import type { WrittenPlan } from '../../../src/plan/write/write-plan.ts'
import { expectGolden, renderGolden } from '../../cases/golden.ts'
import { planOnly, useGround } from '../../cases/plan-only.ts'
import { loadPairs } from '../../cases/run-case.ts'
import { sampleBy } from '../../support/sample.ts'

const folder = join(import.meta.dirname, '../../cases')
const pairs = await loadPairs(folder)
const tried = sampleBy(
  pairs.map((each, at) => [each.name, at, each] as const),
  { usual: 8, others: 20 },
  ([name]) => name,
)

describe.concurrent('a pair of states has these hazards and no others, in both directions', () => {
  const ground = useGround()

  test.for(tried)('%s', async ([name, at, given], { expect }) => {
    const [up, down] = await planOnly(ground, given, at)
    await expect([...linesOf('up', up), ...linesOf('down', down)].join('')).toMatchFileSnapshot(
      join(folder, name, 'hazards.txt'),
    )
    await expectGolden(expect, name, renderGolden(up.plan, down.plan))
  })
})

function linesOf(way: 'up' | 'down', { plan }: WrittenPlan): string[] {
  const risks = plan.segments.flatMap(({ statements }) => statements.flatMap((each) => each.risks))
  return mergeRisks(risks)
    .map((risk) => `${way}: ${riskText(risk)}\n`)
    .toSorted()
}
