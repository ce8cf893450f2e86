import { expect, test } from 'vitest'
import { isSameSecret } from '../../src/model/secret-option.ts'

const known = [{ name: 'password', digest: 'a' }]

test.each([
  { what: 'the same', other: known, same: true },
  { what: 'another one', other: [{ name: 'password', digest: 'b' }], same: false },
  { what: 'a stand-in', other: [{ name: 'password', digest: null }], same: true },
  { what: 'none, as is seen elsewhere', other: [], same: true },
  { what: 'one more', other: [...known, { name: 'token', digest: 'b' }], same: true },
])('a secret and $what', ({ other, same }) => {
  expect([isSameSecret(known, other), isSameSecret(other, known)]).toEqual([same, same])
})
