import { describe, expect, it } from 'vitest'
import type { Digest, Marks } from '../../../src/observer/sight/digest.ts'
import { sumBothUp } from '../../../src/observer/sight/sight.ts'
import type { Sight } from '../../../src/observer/sight/sight.ts'

const digest: Digest = {
  version: 17,
  sums: { pg_class: '1', pg_proc: '2' },
  marks: { pg_class: 'here a', pg_proc: 'here b' },
  fields: { pg_class: ['relname'], pg_proc: ['proname'] },
  columnOrder: {},
  unreadable: [],
}

/** A sight of a digest that tells what it was asked to sum up; without built-in sums it can no longer be. */
function sightOf(own: Partial<Digest>, builtIns?: Readonly<Record<string, string>>) {
  const asked: Marks[] = []
  const sight: Sight = {
    sumUp: async () => ({ ...digest, ...own }),
    look: async () => {
      throw new Error('no line is asked for')
    },
    ...(builtIns === undefined
      ? {}
      : {
          sumBuiltIns: async (marks: Marks) => {
            asked.push(marks)
            return builtIns
          },
        }),
  }
  return { sight, asked }
}

async function compared(
  left: ReturnType<typeof sightOf>,
  right: ReturnType<typeof sightOf>,
): Promise<{ readonly only: unknown; readonly asked: readonly Marks[] }> {
  const sums = await sumBothUp(left.sight, right.sight)
  return { only: sums?.only, asked: [...left.asked, ...right.asked] }
}

describe('what initdb made', () => {
  it('is not summed up where both have the same marks', async () => {
    expect(await compared(sightOf({}, {}), sightOf({}, {}))).toEqual({ only: [], asked: [] })
  })

  it('is summed up on both sides where the marks differ, and may be the same', async () => {
    const there = { marks: { pg_class: 'there a', pg_proc: 'here b' } }
    const same = { pg_class: 'same' }
    expect(await compared(sightOf({}, same), sightOf(there, same))).toEqual({
      only: [],
      asked: [{ pg_class: 'here a' }, { pg_class: 'there a' }],
    })
    const { only } = await compared(sightOf({}, same), sightOf(there, { pg_class: 'other' }))
    expect(only).toEqual(['pg_class'])
  })

  it('differs where one side can no longer be summed up', async () => {
    const there = { marks: { pg_class: 'there a' } }
    const { only } = await compared(sightOf({}), sightOf(there, { pg_class: 'a', pg_proc: 'b' }))
    expect(only).toEqual(['pg_class', 'pg_proc'])
  })

  it('does not count where more differs', async () => {
    const there = { sums: { pg_class: '1', pg_proc: '3' }, marks: digest.marks }
    expect(await compared(sightOf({}, {}), sightOf(there, {}))).toEqual({
      only: ['pg_proc'],
      asked: [],
    })
  })
})
