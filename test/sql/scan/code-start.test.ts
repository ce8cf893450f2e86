import { expect, it } from 'vitest'
import { codeStart } from '../../../src/sql/scan/code-start.ts'

it.each([
  ['select 1', 'select 1'],
  [' \t\r\n\f\vselect 1', 'select 1'],
  ['-- a\r-- b\nselect 1', 'select 1'],
  ['/* a /* b */ c */ select 1', 'select 1'],
  ['/*/**/*/--\n/**/select 1', 'select 1'],
  ['- 1', '- 1'],
  ['/ 1', '/ 1'],
  ['-- über\n/* ü */ \u{a0}', '\u{a0}'],
  ['-- to the end', ''],
  ['/* not closed /* */', ''],
  ['', ''],
])('%j begins at %j', (text, rest) => {
  const bytes = Buffer.from(text, 'utf8')
  expect(bytes.subarray(codeStart(bytes, 0)).toString('utf8')).toBe(rest)
})

it('goes on from where it is asked, in bytes', () => {
  const bytes = Buffer.from("select 'ü'; -- x\n  select 2", 'utf8')
  expect(bytes.subarray(codeStart(bytes, 12)).toString('utf8')).toBe('select 2')
})
