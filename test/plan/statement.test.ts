import { expect, test } from 'vitest'
import { drop } from '../../src/plan/action.ts'
import { statement } from '../../src/plan/statement.ts'
import { printStatement } from '../../src/plan/write/written-statement.ts'
import { asId } from '../support/object-ids.ts'

const planned = statement({ verb: 'drop', object: asId('table public.a') }, drop('table public.a'))

test('a planned statement has no SQL before it is written', () => {
  // @ts-expect-error Only src/plan/write gives a statement its text.
  expect(planned.sql).toBeUndefined()
  expect(printStatement(planned).sql).toBe('drop table public.a')
})

test('a planned statement takes no SQL in the place of what it says', () => {
  const object = asId('table public.a')
  // @ts-expect-error A text is no action.
  expect(statement({ verb: 'drop', object }, 'drop table public.a').verb).toBe('drop')
})
