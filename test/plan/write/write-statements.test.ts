import { expect, test } from 'vitest'
import { alterBelow } from '../../../src/plan/action.ts'
import { writeStatements } from '../../../src/plan/write/write-statements.ts'
import { asId } from '../../support/object-ids.ts'

const object = asId('table public.notes')

test('why Atlas does not plan a table is told on one line', () => {
  const { fallbacks } = writeStatements(
    {
      segments: [],
      unmanaged: [],
      plain: [],
      trace: { objectChanges: new Map(), broken: [], attempts: [] },
      fallbacks: [
        { object, reason: { kind: 'more', sql: 'drop\n  everything' } },
        { object, reason: { kind: 'less', action: alterBelow(object, 'set logged') } },
      ],
    },
    new Map(),
    undefined,
  )
  expect(fallbacks).toEqual([
    { object, why: 'it says: drop everything' },
    { object, why: 'it lacks: alter table public.notes set logged' },
  ])
})
