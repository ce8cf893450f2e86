import { describe, expect, it } from 'vitest'
import { withoutPsql } from '../../../src/sql/scan/psql-text.ts'

describe('the text of a file for psql', () => {
  it("loses pg_dump's own lines, and nothing moves", () => {
    const text = '--\n\\restrict abc\n\nselect 1;\n\\unrestrict abc\n'
    expect(withoutPsql(text, 'a.sql')).toBe(
      `--\n${' '.repeat(13)}\n\nselect 1;\n${' '.repeat(15)}\n`,
    )
  })

  it.each([
    "select '\\connect', E'it\\'s \\\\', \"a\\b\", U&'\\0041';",
    'select $$ \\d $$, $a$ \\d $b$ \\d $a$; -- \\d',
    '/* \\d */ select 1;',
    "create function public.f() returns void language plpgsql as $body$ begin execute 'copy t from stdin'; end $body$;",
    "comment on table public.t is 'copy t from stdin';",
    'copy public.t to stdout;',
    'select from_stdin from stdin;',
  ])('keeps what only looks like it: %s', (text) => {
    expect(withoutPsql(text, 'a.sql')).toBe(text)
  })

  it('names a command of psql and its place', () => {
    expect(() => withoutPsql('select 1;\n  \\connect prod\n', 'a.sql')).toThrow(
      'a.sql:2:3: \\connect is a command of psql, not SQL. Remove it from the file.\n    \\connect prod\n    ^',
    )
  })

  it('names rows that stand in the file', () => {
    expect(() =>
      withoutPsql('select 1;\n\nCOPY public.t (a, b) FROM stdin;\n1\t\\N\n\\.\n', 'a.sql'),
    ).toThrow(/^a\.sql:3:1: Rows after `copy … from stdin` are data/)
  })
})
