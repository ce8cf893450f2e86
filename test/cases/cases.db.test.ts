import { describe, expect, test } from 'vitest'
import { withTestWorkbench } from '../support/database.ts'
import { sample } from '../support/sample.ts'
import { loadCases, runCase } from './run-case.ts'

const cases = sample(await loadCases(import.meta.dirname), { usual: 100, others: 25 })

describe.concurrent('each case is planned and proved both ways, or refused by name', () => {
  test.each(cases)('$name', async (given) => {
    const outcome = await withTestWorkbench((workbench) => runCase(workbench, given))
    expect(outcome).toEqual({ refused: given.refused, wrong: [] })
  })
})
