import { describe, expect, it } from 'vitest'
import { lowercaseWords, splitAtCommas } from '../../../src/sql/scan/lowercase.ts'

describe('lowercaseWords', () => {
  it.each([
    [
      'CREATE INDEX i ON public.a USING btree (x DESC)',
      'create index i on public.a using btree (x desc)',
    ],
    [`WHEN (NEW.a = 'It''S OLD')`, `when (new.a = 'It''S OLD')`],
    [`E'A\\'B' || U`, `E'A\\'B' || u`],
    ['SELECT "Order"."A ""B"""', 'select "Order"."A ""B"""'],
    ['AS $f$ SELECT $$X$$ $f$ IMMUTABLE', 'as $f$ SELECT $$X$$ $f$ immutable'],
    ['A$1$ AND B$1$', 'a$1$ and b$1$'],
    ['SELECT 1 -- KEEP\nFROM B /* KEEP */', 'select 1 -- KEEP\nfrom b /* KEEP */'],
  ])('%s', (text, expected) => {
    expect(lowercaseWords(text)).toBe(expected)
  })
})

describe('splitAtCommas', () => {
  it.each([
    ['a integer, b numeric(5, 2), c text[]', ['a integer', 'b numeric(5, 2)', 'c text[]']],
    [`a text DEFAULT 'x, (y', "b,c" text`, [`a text DEFAULT 'x, (y'`, '"b,c" text']],
    ['', ['']],
  ])('%s', (text, expected) => {
    expect(splitAtCommas(text)).toEqual(expected)
  })
})
