import { expect, test } from 'vitest'
import { isSQLError } from '../../src/postgres/connect.ts'
import { useDatabase } from '../support/database.ts'

const db = useDatabase({ kind: 'empty' })

test.each(['22004', '428C9', '42501', 'P0001', 'XX000', '2F004'])(
  'an error with the code %s is known for one that PostgreSQL sent',
  async (code) => {
    const raised: unknown = await db
      .text(`do $$ begin raise exception 'refused' using errcode = '${code}'; end $$`)
      .catch((error: unknown) => error)
    expect(isSQLError(raised) && raised.code).toBe(code)
  },
)

test.each([
  ['an error of the system', Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })],
  ['any other error', new Error('refused')],
  ['no error at all', { severity: 'ERROR', code: '22004' }],
])('%s is not', (_, thrown) => {
  expect(isSQLError(thrown)).toBe(false)
})
