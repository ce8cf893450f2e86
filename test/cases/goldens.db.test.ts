import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'vitest'
import { once } from '../support/once.ts'
import { sample } from '../support/sample.ts'
import { expectGolden, renderGolden } from './golden.ts'
import { planOnly, useGround } from './plan-only.ts'
import { isOnline, loadCases } from './run-case.ts'

/** Those that are planned. A case that its proof refuses has no plan to keep. */
const planned = (await loadCases(import.meta.dirname)).filter(
  // The files of an online plan are known when it was run.
  (each) => !isOnline(each) && existsSync(join(import.meta.dirname, each.name, 'plan.sql')),
)
// Those that are proved here have their plan looked at there.
const cases = sample(planned, { usual: 4, others: 0 })

describe('each case has the plan that its plan.sql says', once, () => {
  const ground = useGround()

  test.for(cases.map((each, at) => [each.name, at, each] as const))(
    '%s',
    async ([, at, given], { expect }) => {
      const [up, down] = await planOnly(ground, given, at)
      const plan = renderGolden(up.plan, down.plan)
      expect(plan).toContain('-- down\n')
      await expectGolden(expect, given.name, plan)
    },
  )
})
