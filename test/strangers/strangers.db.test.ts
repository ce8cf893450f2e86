import { describe, expect, inject, test } from 'vitest'
import { loadStrangers, planStranger, tryStranger } from './run-stranger.ts'

const strangers = await loadStrangers(import.meta.dirname)

describe.concurrent("the way between two states of a stranger's database", () => {
  test.each(strangers)('$name', async (stranger) => {
    const plan = await planStranger(stranger, inject('workbench').url)
    expect(plan.unmanaged.map(({ object }) => object).toSorted()).toEqual(stranger.refused)
    if (stranger.refused.length > 0) return
    expect(await tryStranger(stranger, plan)).toEqual([])
    expect(plan.proved).toBe(true)
  })
})
