import { expect, test } from 'vitest'
import { splitStatements } from '../../../src/sql/scan/split.ts'

async function split(text: string): Promise<unknown[]> {
  const statements = await splitStatements(text, 'a.sql')
  return statements.map(({ text: own, leading, offset, line, column, node }) => ({
    text: own,
    leading,
    offset,
    line,
    column,
    node,
  }))
}

test('a file is split into statements with their places and the comments above', async () => {
  const text = '-- head\n\n-- above\nselect 1; /* between */ create table public.t ();\n-- tail\n'
  expect(await split(text)).toEqual([
    {
      text: 'select 1',
      leading: '-- head\n\n-- above',
      offset: 18,
      line: 4,
      column: 1,
      node: 'SelectStmt',
    },
    {
      text: 'create table public.t ()',
      leading: '/* between */',
      offset: 42,
      line: 4,
      column: 25,
      node: 'CreateStmt',
    },
  ])
})

test('offsets count code units although the parser counts bytes', async () => {
  const text = "-- é😀\ncomment on schema public is 'ü😀'; select 'x';"
  const statements = await splitStatements(text, 'a.sql')
  expect(statements.map(({ offset, line, column }) => ({ offset, line, column }))).toEqual([
    { offset: 7, line: 2, column: 1 },
    { offset: 42, line: 2, column: 35 },
  ])
  for (const { text: own, offset } of statements) expect(text.startsWith(own, offset)).toBe(true)
})

test.each([
  [
    'a body in dollar quotes',
    'create function public.f() returns int language sql as $$ select 1; select 2; $$',
  ],
  [
    'a body in dollar quotes with a tag',
    "create function public.f() returns int language sql as $x$ ';' $$;$$ $x$",
  ],
  [
    'a body of sql standard',
    'create function public.f() returns int begin atomic select 1; select 2; end',
  ],
  ['a string with an escaped quote', "select E'\\';', 1"],
  ['a string over several lines', "select 'a;\nb'\n'c;'"],
  ['nested comments', 'select 1 /* a; /* b; */ c; */ , 2'],
  ['a quoted name with a semicolon', 'select 1 as "a;b""c;"'],
  ['a name in unicode escapes', 'select 1 as U&"d\\0061t\\+000061;"'],
  [
    'a rule with several actions',
    'create rule r as on insert to public.t do also (select 1; select 2)',
  ],
])('%s does not end a statement', async (_, statement) => {
  const statements = await splitStatements(`${statement};\nselect 3;`, 'a.sql')
  expect(statements.map(({ text }) => text)).toEqual([statement, 'select 3'])
})

test('the last statement needs no semicolon, and lone semicolons are no statements', async () => {
  const statements = await splitStatements(';;select 1;;\n;select 2', 'a.sql')
  expect(statements.map(({ text, leading }) => ({ text, leading }))).toEqual([
    { text: 'select 1', leading: '' },
    { text: 'select 2', leading: '' },
  ])
})

test('windows line ends are kept inside a statement and do not shift lines', async () => {
  const statements = await splitStatements('select 1;\r\nselect\r\n2;\r\n', 'a.sql')
  expect(statements.map(({ text, line, column }) => ({ text, line, column }))).toEqual([
    { text: 'select 1', line: 1, column: 1 },
    { text: 'select\r\n2', line: 2, column: 1 },
  ])
})

test.each(['', '  \n', '-- only a comment', '/* only */ ;'])(
  '%j holds no statement',
  async (text) => {
    expect(await split(text)).toEqual([])
  },
)

test('a syntax error says file, line, column, and shows the place', async () => {
  await expect(splitStatements("select '😀';\nselect 1 frm x y;\n", 'dir/a.sql')).rejects.toThrow(
    /^dir\/a\.sql:2:14: syntax error at or near "x"\n  select 1 frm x y;\n {15}\^$/,
  )
})

test('an unfinished string is an error with the place where it starts', async () => {
  await expect(splitStatements("select 1;\nselect 'abc", 'a.sql')).rejects.toThrow(
    /^a\.sql:2:8: unterminated quoted string at or near "'abc"/,
  )
})

test('a NUL character is refused with its place instead of cutting the file there', async () => {
  await expect(splitStatements('select 1;\nselect 2;\0 drop', 'a.sql')).rejects.toThrow(
    'a.sql:2:10: a NUL character. Save the file as UTF-8 text.',
  )
})

test('a file of some thousand statements is split in well under a second a thousand', async () => {
  const text = "comment on schema public is 'é';\n".repeat(5000)
  const start = performance.now()
  const statements = await splitStatements(text, 'a.sql')
  expect(statements.at(-1)?.line).toBe(5000)
  expect(performance.now() - start).toBeLessThan(5000)
})

test('what only looks blank, and is a letter to PostgreSQL, stays', async () => {
  const statements = await splitStatements('drop table a\u00a0 \r\n;\ndrop table b\u2028', 'a.sql')
  expect(statements.map(({ text }) => text)).toEqual(['drop table a\u00a0', 'drop table b\u2028'])
})

test('the same file is parsed once, until others have come', async () => {
  const long = `select '${'x'.repeat(1_500_000)}';`
  const first = await splitStatements('select 1;', 'a.sql')
  expect(await splitStatements('select 1;', 'a.sql')).toBe(first)
  expect(await splitStatements('select 1;', 'b.sql')).toMatchObject([{ file: 'b.sql' }])
  const large = await splitStatements(long, 'a.sql')
  expect(await splitStatements(long, 'a.sql')).toBe(large)
  await splitStatements(long, 'b.sql')
  expect(await splitStatements('select 1;', 'a.sql')).not.toBe(first)
})
