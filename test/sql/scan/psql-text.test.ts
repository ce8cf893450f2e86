import { describe, expect, it } from 'vitest'
import { refusePsql, withoutPsql } from '../../../src/sql/scan/psql-text.ts'

describe('the text of a file for psql', () => {
  it("loses pg_dump's own lines, and nothing moves", () => {
    const text = '--\n\\restrict abc\n\nselect 1;\n\\unrestrict abc\n'
    expect(withoutPsql(text, 'a.sql')).toEqual({
      text: `--\n${' '.repeat(13)}\n\nselect 1;\n${' '.repeat(15)}\n`,
      rows: [],
      notes: [],
    })
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
    expect(withoutPsql(text, 'a.sql')).toEqual({ text, rows: [], notes: [] })
  })

  it.each([
    String.raw`\connect aura`,
    String.raw`\c - postgres`,
    String.raw`\set ON_ERROR_STOP on`,
    String.raw`\echo 'it''s done'`,
  ])('passes over what changes no database, and says so: %s', (line) => {
    const command = line.split(' ')[0] ?? ''
    expect(withoutPsql(`select 1;\n${line}\nselect 2;\n`, 'a.sql')).toEqual({
      text: `select 1;\n${' '.repeat(line.length)}\nselect 2;\n`,
      rows: [],
      notes: [
        `a.sql:2: ${command} is a command of psql that changes no database, so it is passed over.`,
      ],
    })
  })

  it.each(['i other.sql', 'ir other.sql', 'gexec', '! ls', 'quit', 'if :x'])(
    'refuses a command that it cannot follow, with its place: %s',
    (command) => {
      const [word = ''] = command.split(' ')
      const advice = /^ir?$/.test(word)
        ? 'It reads another file: put the text of that file here.'
        : 'Remove it from the file.'
      expect(() => withoutPsql(`select 1;\n  \\${command}\n`, 'a.sql')).toThrow(
        `a.sql:2:3: \\${word} is a command of psql, not SQL. ${advice}\n    \\${command}\n    ^`,
      )
    },
  )

  it('takes out the rows of each copy, whatever is in them, and nothing moves', () => {
    const data = '1\tit\'s -- /* "\n2\t;\\N\n\\.\n'
    const blank = data.replaceAll(/[^\n]/g, ' ')
    const copy = 'COPY public.t (a, b) FROM stdin;\n'
    const text = `select 1;\n${copy}${data}select 2;\n${copy}\\.\n`
    expect(withoutPsql(text, 'a.sql')).toEqual({
      text: `select 1;\n${copy}${blank}select 2;\n${copy}  \n`,
      rows: [
        { start: 10, data: data.trimEnd() },
        { start: text.lastIndexOf('COPY'), data: '\\.' },
      ],
      notes: [],
    })
  })
})

describe('a file that is sent as it is', () => {
  it('may have no rows', () => {
    expect(() =>
      refusePsql('select 1;\n\nCOPY public.t (a, b) FROM stdin;\n1\t\\N\n\\.\n', 'a.sql'),
    ).toThrow(/^a\.sql:3:1: Rows after `copy … from stdin` are data/)
  })

  it('may have no command of psql', () => {
    expect(() => {
      refusePsql('select 1;\n  \\restrict x\n', 'a.sql')
    }).toThrow('a.sql:2:3: \\restrict is a command of psql, not SQL. Remove it from the file.')
  })
})
