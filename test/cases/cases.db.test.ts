import { describe, test } from 'vitest'
import { withTestWorkbench } from '../support/database.ts'
import { longer, sample } from '../support/sample.ts'
import { expectGolden } from './golden.ts'
import { loadCases, loadPairs, runCase } from './run-case.ts'

const cases = [
  ...sample(await loadCases(import.meta.dirname), { usual: 4, others: 20 }),
  // All are planned everywhere (goldens.db.test.ts, test/plan/hazards/pairs.db.test.ts), and proved where all is.
  ...(longer.skip ? [] : await loadPairs(import.meta.dirname)),
]

describe.concurrent('each case is planned and proved in both directions, or refused by name', () => {
  test.for(cases.map((each) => [each.name, each] as const))('%s', async ([, given], { expect }) => {
    const { plan, ...outcome } = await withTestWorkbench((workbench) => runCase(workbench, given))
    expect(outcome).toEqual({ refused: given.refused, wrong: [] })
    if (plan !== undefined) await expectGolden(expect, given.name, plan)
  })
})
