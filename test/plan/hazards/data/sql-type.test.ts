import { expect, test } from 'vitest'
import { parseType } from '../../../../src/plan/hazards/data/sql-type.ts'

test('what is in parentheses is no part of the name of a type, unless it is in quotes', () => {
  const types = ['numeric(10,-2)[]', 'timestamp(3) with time zone', 'public."a(5)"', 'public."[]"']
  expect(types.map(parseType)).toEqual([
    { name: 'numeric', mods: [10, -2], isArray: true },
    { name: 'timestamp with time zone', mods: [3], isArray: false },
    { name: 'public."a(5)"', mods: [], isArray: false },
    { name: 'public."[]"', mods: [], isArray: false },
  ])
})
