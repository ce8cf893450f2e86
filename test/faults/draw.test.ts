import { describe, expect, it } from 'vitest'
import { cells, draw, enough, nameOf } from './draw.ts'
import { faults } from './kinds/faults.ts'
import { verbNames } from './verbs/verbs.ts'

/** The first cases of a seed, with something that they leave to chance. */
function look(seed: number): unknown {
  return Array.from({ length: 50 }, (_, at) => {
    const { scenario, major, random, ...drawn } = draw(seed, at + 1)
    return [nameOf(drawn), scenario.name, major, random.below(1000)]
  })
}

describe('the cases of a seed', () => {
  it('are the same each time', () => {
    expect(look(7)).toEqual(look(7))
    expect(look(7)).not.toEqual(look(8))
  })

  it('have each cell once in a round, whatever round', () => {
    const names = cells.map(nameOf).toSorted()
    for (const from of [0, 1, 2]) {
      const round = cells.map((_, at) => nameOf(draw(3, from * cells.length + at + 1)))
      expect(round.toSorted()).toEqual(names)
    }
  })

  it('have every kind of fault and every verb together, ten times each in 2,500', () => {
    const pairs = new Set(cells.map(({ fault, verb }) => `${fault.name}, ${verb}`))
    expect(pairs.size).toBe(faults.length * verbNames.length)
    expect(cells.length * enough).toBeLessThanOrEqual(2500)
  })
})
