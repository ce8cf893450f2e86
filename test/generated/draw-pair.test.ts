import { expect, test } from 'vitest'
import { splitStatements } from '../../src/sql/scan/split.ts'
import { drawPair } from './draw-pair.ts'

const numbers = Array.from({ length: 50 }, (_, at) => at + 1)

test('the same seed and number draw the same two states, and others draw others', () => {
  expect(numbers.map((number) => drawPair(7, number))).toEqual(
    numbers.map((number) => drawPair(7, number)),
  )
  expect(new Set(numbers.map((number) => drawPair(7, number).before)).size).toBe(numbers.length)
})

test('the states are SQL, and most of them differ', async () => {
  const pairs = numbers.map((number) => drawPair(7, number))
  for (const { before, after } of pairs) {
    expect((await splitStatements(before, 'before.sql')).length).toBeGreaterThan(5)
    await splitStatements(after, 'after.sql')
  }
  expect(pairs.filter(({ before, after }) => before !== after).length).toBeGreaterThan(40)
})
