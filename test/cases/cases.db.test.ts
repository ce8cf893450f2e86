import { describe, expect, test } from 'vitest'
import { withTestWorkbench } from '../support/database.ts'
import { loadCases, runCase } from './run-case.ts'

const cases = await loadCases(import.meta.dirname)

describe.concurrent('each case is planned and proved both ways, or refused by name', () => {
  test.each(cases)('$name', async (given) => {
    const outcome = await withTestWorkbench((workbench) => runCase(workbench, given))
    expect(outcome).toEqual({ refused: given.refused, wrong: [] })
  })
})
