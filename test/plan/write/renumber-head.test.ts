import { expect, it } from 'vitest'
import { renumberHead } from '../../../src/plan/write/renumber-head.ts'

const from = { version: '007', name: 'add_b' }

it('names the new version where the head names the old one, and leaves other numbers and the rest alone', () => {
  const text = `-- Takes 007 back: add b, 1 of 2.
-- Takes 007_add_b back; 007_add_b.sql, unlike 007_add_b_2.sql, 1007_add_b and requirement 007.

-- Lost: 007 rows.
insert into a values ('-- Takes 007 back');
-- Takes 007 back
`
  expect(renumberHead(text, from, '012')).toBe(`-- Takes 012 back: add b, 1 of 2.
-- Takes 012_add_b back; 012_add_b.sql, unlike 007_add_b_2.sql, 1007_add_b and requirement 007.

-- Lost: 007 rows.
insert into a values ('-- Takes 007 back');
-- Takes 007 back
`)
})

it('knows a name that holds what no word does', () => {
  expect(renumberHead('-- 7_a long-name\n', { version: '7', name: 'a long-name' }, '8')).toBe(
    '-- 8_a long-name\n',
  )
})

it.each(['', 'select 1;', '-- only a comment', '\n\n'])('leaves %j as it is', (text) => {
  expect(renumberHead(text, from, '008')).toBe(text)
})
