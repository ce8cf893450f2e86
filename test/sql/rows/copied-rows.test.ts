import { describe, expect, it } from 'vitest'
import { insertsOf } from '../../../src/sql/rows/copied-rows.ts'
import { splitStatements } from '../../../src/sql/scan/split.ts'

/** The inserts for the rows behind a statement. */
async function inserts(copy: string, data: string): Promise<readonly string[] | string> {
  const [statement] = await splitStatements(copy, 'a.sql')
  if (statement === undefined || !('CopyStmt' in statement.tree)) throw new Error('a copy')
  return insertsOf(statement.tree.CopyStmt, data)
}

const head = 'insert into "public"."t" ("a", "b") overriding system value values\n'

describe('the rows of a copy', () => {
  it('are values as PostgreSQL reads them', async () => {
    const data = String.raw`1	\N
2	tab\tnew\nline\\ \x41\101\q
3	it's
\.`
    expect(await inserts('copy public.t (a, b) from stdin', data)).toEqual([
      `${head}('1', null),\n('2', E'tab\tnew\nline\\\\ AAq'),\n('3', 'it''s')`,
    ])
  })

  it('may be separated otherwise', async () => {
    const copy = `copy "T" from stdin with (delimiter '|', null 'nil')`
    expect(
      await inserts(
        copy,
        String.raw`a\|b|nil
`,
      ),
    ).toEqual([`insert into "T" overriding system value values\n('a|b', null)`])
  })

  it('may be values separated by commas, quoted where they need it', async () => {
    const copy = 'copy public.t (a, b) from stdin with (format csv, header true)'
    expect(await inserts(copy, 'a,b\n1,\n2,""\n"x, ""y""\nz",3\n')).toEqual([
      `${head}('1', null),\n('2', ''),\n('x, "y"\nz', '3')`,
    ])
  })

  it.each([
    ['1,"a"b"c"\n', "'1', 'abc'"],
    ['1,a" ,""b\n"\n', "'1', 'a ,\"b\n'"],
    ['1,"" \r\n', "'1', ' '"],
    ['1,""""\n', "'1', '\"'"],
  ])('may be quoted in part: %s', async (data, values) => {
    const copy = 'copy public.t (a, b) from stdin with (format csv)'
    expect(await inserts(copy, data)).toEqual([`${head}(${values})`])
  })

  it.each([
    ['1,a\n2,"b\n3,c\n', 2],
    ['1,a\n2,b\n3,c"\n\\.', 3],
    ['1,a\r2,b\n', 1],
  ])('are refused where they do not end as they should: %s', async (data, line) => {
    const copy = 'copy public.t (a, b) from stdin with (format csv)'
    expect(await inserts(copy, data)).toBe(
      `A copy cannot be read whose line ${String(line)} has a quotation mark without an end, or a carriage return outside of them.`,
    )
  })

  it('are read in time, however long and however many quotation marks', async () => {
    const copy = 'copy public.t (a, b) from stdin with (format csv)'
    const long = 'x'.repeat(2_000_000)
    expect(await inserts(copy, `1,"${long}"\n`)).toEqual([`${head}('1', '${long}')`])
    expect(await inserts(copy, `${long},2\n`)).toEqual([`${head}('${long}', '2')`])
    expect(await inserts(copy, `1,${'"'.repeat(10_001)}\n`)).toMatch(
      /^A copy cannot be read whose line 1 /,
    )
  })

  it('are none where the file has none', async () => {
    expect(await inserts('copy public.t (a, b) from stdin', String.raw`\.`)).toEqual([])
  })

  it('come a thousand at a time', async () => {
    const data = Array.from({ length: 2001 }, (_, at) => `${String(at)}\n`).join('')
    const found = await inserts('copy t from stdin', data)
    expect(found).toHaveLength(3)
    expect(found[2]).toBe(`insert into "t" overriding system value values\n('2000')`)
  })

  it.each([
    ['copy t from stdin with (format binary)', 'A copy of the format binary cannot be read.'],
    [
      "copy t from stdin with (format csv, quote '|')",
      'A copy with the option quote cannot be read.',
    ],
    ['copy t from stdin with (freeze)', 'A copy with the option freeze cannot be read.'],
    ['copy t from stdin where a > 1', 'A copy with a condition cannot be read.'],
  ])('are refused where no text says them: %s', async (copy, why) => {
    expect(await inserts(copy, '1\n')).toBe(why)
  })
})
