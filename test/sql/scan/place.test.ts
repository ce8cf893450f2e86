import { expect, test } from 'vitest'
import { placeOf, renderCaret } from '../../../src/sql/scan/place.ts'

test('a place counts lines and columns from 1', () => {
  expect([0, 2, 3, 5].map((offset) => placeOf('ab\ncd\n', offset))).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 3 },
    { line: 2, column: 1 },
    { line: 2, column: 3 },
  ])
})

test('a column counts an emoji as one character', () => {
  expect(placeOf('x😀y', 3)).toEqual({ line: 1, column: 3 })
})

test('the caret stands under the place', () => {
  expect(renderCaret('first\nsecond line', 13)).toBe('  second line\n         ^')
})

test('tabs do not move the caret', () => {
  expect(renderCaret('\ta\tb', 3)).toBe('   a b\n     ^')
})

test('an emoji before the place does not move the caret', () => {
  expect(renderCaret("select '😀' x", 12)).toBe("  select '😀' x\n             ^")
})

test('a long line is cut around the place', () => {
  const text = `${'a'.repeat(200)}b${'c'.repeat(200)}`
  expect(renderCaret(text, 200)).toBe(`  ${'a'.repeat(59)}b${'c'.repeat(40)}\n  ${' '.repeat(59)}^`)
})

test('windows line ends are not shown', () => {
  expect(renderCaret('one\r\ntwo\r\n', 5)).toBe('  two\n  ^')
})
