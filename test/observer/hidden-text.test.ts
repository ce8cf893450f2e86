import { expect, test } from 'vitest'
import { isSameHidden } from '../../src/observer/hidden-text.ts'

test.each([
  { what: 'one value and another', texts: ['hidden a:1', 'hidden a:2'], same: false },
  { what: 'a value and a stand-in', texts: ['hidden a:1 b:2', 'hidden a:? b:2'], same: true },
  { what: 'a stand-in of another name', texts: ['hidden a:1', 'hidden b:?'], same: false },
  { what: 'one option more', texts: ['hidden a:1', 'hidden a:1 b:?'], same: false },
  { what: 'what is not hidden', texts: ['a:1', 'a:?'], same: false },
])('$what', ({ texts: [one = '', other = ''], same }) => {
  expect([isSameHidden(one, other), isSameHidden(other, one)]).toEqual([same, same])
})
