import { describe, expect, it, test } from 'vitest'
import { mapCode, stretchesOf } from '../../../src/sql/scan/stretches.ts'

/** Code as it is, comments in round brackets, quoted things in square ones. */
function marked(text: string): string {
  const marks = { code: ['', ''], comment: ['(', ')'], quoted: ['[', ']'] } as const
  return Array.from(stretchesOf(text), ({ kind, text: part }) => marks[kind].join(part)).join('')
}

describe('a text is cut into code, comments and quoted things', () => {
  it.each([
    ['select 1', 'select 1'],
    ['', ''],
    [`a 'b' "c" d`, `a ['b'] ["c"] d`],
    [`'it''s' "a ""b"""`, `['it']['s'] ["a "]["b"][""]`],
    [`E'it\\'s' || e'a''b\\\\' c`, `[E'it\\'s'] || [e'a''b\\\\'] c`],
    [`date'2020' d`, `date['2020'] d`],
    [`a -- it's\nb`, `a (-- it's)\nb`],
    ['a /* b /* c */ d */ e', 'a (/* b /* c */ d */) e'],
    ['a $$b$$ $f$c $$ d$f$ e', 'a [$$b$$] [$f$c $$ d$f$] e'],
    ['$größe$ a $größe$ b', '[$größe$ a $größe$] b'],
    ['a$1$ and b$1$, größe$a$ c', 'a$1$ and b$1$, größe$a$ c'],
    ["a 'b", "a ['b]"],
    ['a /* b', 'a (/* b)'],
  ])('%s', (text, expected) => {
    expect(marked(text)).toBe(expected)
  })
})

test('stretches say where they start', () => {
  expect([...stretchesOf("a 'b' -- c")]).toEqual([
    { kind: 'code', text: 'a ', start: 0 },
    { kind: 'quoted', text: "'b'", start: 2 },
    { kind: 'code', text: ' ', start: 5 },
    { kind: 'comment', text: '-- c', start: 6 },
  ])
})

test.each([
  ['a literal', "'", "'"],
  ['an escaped literal', "E'\\\\", "'"],
  ['a name', '"', '"'],
  ['a comment', '/*', '*/'],
  ['a body', '$$', '$$'],
])('%s of 20 MB stays to the byte', (_what, opening, closing) => {
  const text = opening + 'X'.repeat(20_000_000) + closing
  expect(mapCode(`A ${text} B`, (code) => code.toLowerCase()) === `a ${text} b`).toBe(true)
})
