import { expect, it } from 'vitest'
import { messageOf } from '../../src/errors.ts'
import { withDatabase } from '../../src/postgres/connect.ts'
import { asConnectionError } from '../../src/postgres/connection-error.ts'

const url = 'postgresql://postgres:s3cret@db.example:5432/postgres'

it.each([
  [
    'ENETUNREACH',
    'postgres@db.example:5432/postgres: there is no route to the host. If it has an IPv6 address only, use the session pooler, which has both.',
  ],
  [
    'EADDRNOTAVAIL',
    'postgres@db.example:5432/postgres: there is no route to the host: this machine lacks IPv6, or the address is wrong.',
  ],
])('says of %s what it is', (code, message) => {
  const error = Object.assign(new Error(`connect ${code}`), { code })
  expect(messageOf(asConnectionError(url, error))).toBe(message)
})

it('reads the port behind an IPv6 address', async () => {
  const message = await withDatabase('postgresql://postgres:s3cret@[::1]:1/postgres', (db) =>
    db.task(async () => undefined),
  ).catch(messageOf)
  expect(message).toMatch(/^postgres@\[::1\]:1\/postgres: (no server answers at|there is no route)/)
})
