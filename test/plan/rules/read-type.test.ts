import { expect, test } from 'vitest'
import { parseType } from '../../../src/plan/rules/read-type.ts'
import { toys } from '../toy.ts'

test('the length of a type is no part of its name, nor is a name a length', () => {
  const types = ['bit(5)[]', 'timestamp(3) with time zone', 'public."a(5)"', 'public."a[]"']
  expect(types.map((type) => parseType(type, toys([])))).toEqual([
    { name: 'bit', length: 5, isArray: true, bare: 'bit varying[]' },
    {
      name: 'timestamp with time zone',
      length: 3,
      isArray: false,
      bare: 'timestamp with time zone',
    },
    { name: 'public."a(5)"', length: undefined, isArray: false, bare: 'public."a(5)"' },
    { name: 'public."a[]"', length: undefined, isArray: false, bare: 'public."a[]"' },
  ])
})
