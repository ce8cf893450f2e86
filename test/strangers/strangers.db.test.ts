import { describe, expect, inject, test } from 'vitest'
import { sample } from '../support/sample.ts'
import { loadStrangers, planStranger, tryStranger } from './run-stranger.ts'

const strangers = sample(await loadStrangers(import.meta.dirname), { usual: 3, others: 10 })

describe.concurrent("the way between two states of a stranger's database", () => {
  test.each(strangers)('$name', async (stranger) => {
    const plan = await planStranger(stranger, inject('workbench').url)
    expect(plan.unmanaged.map(({ object }) => object).toSorted()).toEqual(stranger.refused)
    if (stranger.refused.length > 0) return
    expect(await tryStranger(stranger, plan)).toEqual([])
    expect(plan.proved).toBe(true)
  })
})
