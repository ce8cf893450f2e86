import { expect, it } from 'vitest'
import { firstThatHolds, listAttempts } from '../../../src/planning/proving/attempts.ts'
import type { Attempt } from '../../../src/planning/proving/attempts.ts'

function spell({ planner, texts, rows }: Attempt): string {
  return `${planner} ${texts} ${rows}`
}

it('lists planners first, then texts, then rows', () => {
  expect(listAttempts(['atlas', 'own'], ['authored', 'catalog']).map(spell)).toEqual([
    'atlas authored sample',
    'atlas authored none',
    'atlas catalog sample',
    'atlas catalog none',
    'own authored sample',
    'own authored none',
    'own catalog sample',
    'own catalog none',
  ])
})

it('takes the first attempt that holds, and says why those before it do not', async () => {
  const seen: (string | undefined)[] = []
  const { outcome, tried } = await firstThatHolds<string>(
    listAttempts(['atlas', 'own'], ['catalog']),
    {
      run: async (attempt, last) => {
        seen.push(last)
        return attempt.rows === 'none' ? undefined : spell(attempt)
      },
      whyNot: (result) => (result.startsWith('atlas') ? `${result} leads elsewhere` : undefined),
    },
  )
  expect({ outcome, seen, tried }).toEqual({
    outcome: 'own catalog sample',
    seen: [undefined, 'atlas catalog sample', 'atlas catalog sample'],
    tried: [
      {
        planner: 'atlas',
        texts: 'catalog',
        rows: 'sample',
        why: 'atlas catalog sample leads elsewhere',
      },
      { planner: 'own', texts: 'catalog', rows: 'sample', why: undefined },
    ],
  })
})

it('lets the last attempt stand where none holds', async () => {
  const { outcome, tried } = await firstThatHolds(listAttempts(['own'], ['catalog']), {
    run: async (attempt) => spell(attempt),
    whyNot: (result) => `not ${result}`,
  })
  expect({ outcome, why: tried.map(({ why }) => why) }).toEqual({
    outcome: 'own catalog none',
    why: ['not own catalog sample', 'not own catalog none'],
  })
})
