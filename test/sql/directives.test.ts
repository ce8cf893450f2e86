import { describe, expect, test } from 'vitest'
import { parseDirectives, withoutDirectives } from '../../src/sql/directives.ts'
import { splitStatements } from '../../src/sql/scan/split.ts'

/** What a text says of what: kind, names and wish; or its problems. */
async function read(text: string): Promise<unknown> {
  const file = { path: 'a.sql', text, statements: await splitStatements(text, 'a.sql') }
  const { declarations, problems } = await parseDirectives(file)
  if (problems.length > 0) return problems
  return declarations
    .filter(({ request }) => request !== undefined)
    .map(({ kind, names, request, place }) => [
      kind,
      names.join(' | '),
      request?.kind === 'renamed'
        ? request.from
        : request?.kind === 'using'
          ? request.expression
          : '(new)',
      place,
    ])
}

describe('a directive is about what stands below it', () => {
  test.each([
    ['table', '-- @renamed from=b\ncreate table public.a (x int);', 'public | a', 'b'],
    ['column', 'create table public.a (\n  -- @renamed from=y\n  x int\n);', 'public | a | x', 'y'],
    [
      'constraint',
      'create table public.a (\n  x int,\n  -- @renamed from=y\n  constraint c check (x > 0)\n);',
      'public | a | c',
      'y',
    ],
    [
      'constraint',
      'create table public.a (\n  x int\n  -- @renamed from=y\n    constraint c check (x > 0)\n);',
      'public | a | c',
      'y',
    ],
    [
      'constraint',
      '-- @renamed from=y\nalter table public.a add constraint c check (x > 0);',
      'public | a | c',
      'y',
    ],
    ['index', '-- @renamed from=y\ncreate index i on public.a (x);', 'public | a | i', 'y'],
    [
      'policy',
      '-- @renamed from=y\ncreate policy p on public.a using (true);',
      'public | a | p',
      'y',
    ],
    [
      'trigger',
      '-- @renamed from=y\ncreate trigger t before update on auth.users for each row execute function public.f();',
      'auth | users | t',
      'y',
    ],
    [
      'rule',
      '-- @renamed from=y\ncreate rule r as on delete to public.a do instead nothing;',
      'public | a | r',
      'y',
    ],
    ['view', '-- @renamed from=y\ncreate view public.v as select 1 as x;', 'public | v', 'y'],
    [
      'materializedView',
      '-- @renamed from=y\ncreate materialized view public.v as select 1 as x;',
      'public | v',
      'y',
    ],
    ['sequence', '-- @renamed from=y\ncreate sequence public.s;', 'public | s', 'y'],
    ['domain', '-- @renamed from=y\ncreate domain public.d as text;', 'public | d', 'y'],
    [
      'domainConstraint',
      'create domain public.d as text\n  -- @renamed from=y\n  constraint c check (true);',
      'public | d | c',
      'y',
    ],
    ['enum', "-- @renamed from=y\ncreate type public.e as enum ('a');", 'public | e', 'y'],
    [
      'label',
      "create type public.e as enum (\n  'a',\n  -- @renamed from=y\n  'it''s b'\n);",
      "public | e | it's b",
      'y',
    ],
    ['composite', '-- @renamed from=y\ncreate type public.c as (a int);', 'public | c', 'y'],
    ['field', 'create type public.c as (\n  -- @renamed from=y\n  a int);', 'public | c | a', 'y'],
    [
      'range',
      '-- @renamed from=y\ncreate type public.r as range (subtype = int4);',
      'public | r',
      'y',
    ],
    [
      'function',
      '-- @renamed from=y\ncreate function public.f(a int) returns int language sql as $$ select 1 $$;',
      'public | f',
      'y',
    ],
    [
      'procedure',
      '-- @renamed from=y\ncreate procedure public.p() language sql as $$ select 1 $$;',
      'public | p',
      'y',
    ],
    ['publication', '-- @renamed from=y\ncreate publication p;', 'p', 'y'],
  ])('%s: %s', async (...[kind, text, names, from]) => {
    expect(await read(text)).toEqual([
      [kind, names, from, expect.stringMatching(/^a\.sql:\d+:\d+$/)],
    ])
  })
})

test('its place is that of the directive, whatever stands before it', async () => {
  const text =
    '-- ünïcode 🎉\ncreate table public.a (\n  "x 🎉" text default \'ü\',\n  -- @renamed from=y\n  z int\n);\n'
  expect(await read(text)).toEqual([['column', 'public | a | z', 'y', 'a.sql:4:3']])
})

test('comments may stand between a directive and what it is about', async () => {
  const text =
    '-- @renamed from=b\n-- what it is for\n/* and why */\ncreate table public.a (x int);'
  expect(await read(text)).toEqual([['table', 'public | a', 'b', 'a.sql:1:1']])
})

test.each([
  ['from=Old_Name', 'old_name'],
  ['from = old', 'old'],
  ['from="Old ""odd"" Näme"', 'Old "odd" Näme'],
  ['from=größe', 'größe'],
])('a name is read as SQL reads it: %s', async (written, from) => {
  expect(await read(`-- @renamed ${written}\ncreate table public.a (x int);`)).toEqual([
    ['table', 'public | a', from, 'a.sql:1:1'],
  ])
})

test.each([
  ['from=In-Progress', 'In-Progress'],
  ["from='in progress, it''s'", "in progress, it's"],
  ['from="in progress"', 'in progress'],
])('a label is read as it is: %s', async (written, from) => {
  const text = `create type public.e as enum (\n  -- @renamed ${written}\n  'a'\n);`
  expect(await read(text)).toEqual([['label', 'public | e | a', from, 'a.sql:2:3']])
})

test('what is in literals and bodies is none', async () => {
  const text = `create function public.f() returns text language sql as $$
-- @renamed from=x
select '
-- @what' $$;
comment on function public.f() is '
-- @renamed from=y
';
-- mail me @ home
`
  expect(await read(text)).toEqual([])
})

test('how the values of a column are converted is said by a third one', async () => {
  expect(
    await read("create table public.a (\n  -- @using split_part(x, ':', 1)::int\n  x int\n);"),
  ).toEqual([['column', 'public | a | x', "split_part(x, ':', 1)::int", 'a.sql:2:3']])
})

test.each([
  ['nothing', ''],
  ['two expressions', 'x, y'],
  ['a statement behind it', 'x); drop table public.a; select (1'],
  ['a semicolon', 'x;'],
  ['a comment behind it', 'x -- why'],
  ['no expression', 'from y'],
])('an expression is one, and is not %s', async (_what, text) => {
  expect(await read(`create table public.a (\n  -- @using ${text}\n  x int\n);`)).toEqual([
    expect.stringContaining('a.sql:2:3: Write `-- @using EXPRESSION`'),
  ])
})

test('an expression stands above a column alone', async () => {
  expect(await read('-- @using x\ncreate index i on public.a (x);')).toEqual([
    'a.sql:1:1: `-- @using` belongs above a column whose type changes, and nowhere else.\n  -- @using x\n  ^',
  ])
})

test('what is new is said by another one', async () => {
  const text = 'create table public.a (\n  -- @new\n  x int\n);'
  expect(await read(text)).toEqual([['column', 'public | a | x', '(new)', 'a.sql:2:3']])
})

const lookBelow =
  'Nothing directly below this directive has a name. It must be on the line above a column, constraint, label, table, type, function, view, index, policy, trigger or a similar object.'

test.each([
  [
    'an unknown one',
    '-- @renmaed from=b\ncreate table public.a (x int);',
    'a.sql:1:1: Unknown directive @renmaed. Known are `-- @renamed from=OLD_NAME` (the object below had that name), `-- @new` (the object is new, not renamed) and `-- @using EXPRESSION` (the new values of a column whose type changes).\n  -- @renmaed from=b\n  ^',
  ],
  [
    'one without its name',
    'create table public.a (\n  -- @renamed\n  x int);',
    'a.sql:2:3: Write `-- @renamed from=OLD_NAME`, on one line and nothing else.\n    -- @renamed\n    ^',
  ],
  [
    'one with another schema',
    '-- @renamed from=public.b\ncreate table public.a (x int);',
    'a.sql:1:1: public.b is not a name. A rename stays in its schema and its table, so write one name without dots. Put other characters in double quotes: from="Old Name".\n  -- @renamed from=public.b\n  ^',
  ],
  [
    'a label that is none',
    "create type public.e as enum (\n  -- @renamed from=a b\n  'a');",
    "a.sql:2:3: a b is not a label. Write the label as it is, or in quotes: from='old label'.\n    -- @renamed from=a b\n    ^",
  ],
  [
    'words behind @new',
    '-- @new because\ncreate table public.a (x int);',
    'a.sql:1:1: Nothing may follow `-- @new`: write reasons into a separate comment.\n  -- @new because\n  ^',
  ],
  [
    'one above a blank line',
    '-- @renamed from=b\n\ncreate table public.a (x int);',
    `a.sql:1:1: ${lookBelow}\n  -- @renamed from=b\n  ^`,
  ],
  [
    'one above what has no name',
    '-- @renamed from=b\ncomment on table public.a is null;',
    `a.sql:1:1: ${lookBelow}\n  -- @renamed from=b\n  ^`,
  ],
  [
    'one at the end',
    'create table public.a (x int);\n-- @renamed from=b\n',
    `a.sql:2:1: ${lookBelow}\n  -- @renamed from=b\n  ^`,
  ],
  [
    'one behind something',
    'create table public.a (\n  x int, -- @renamed from=b\n  y int);',
    'a.sql:2:10: A directive has a separate line, above the object that it is about.\n    x int, -- @renamed from=b\n           ^',
  ],
  [
    'one in a comment of another sort',
    '/* @renamed from=b */\ncreate table public.a (x int);',
    'a.sql:1:1: A directive is a comment of one line: `-- @…`.\n  /* @renamed from=b */\n  ^',
  ],
  [
    'two about one thing',
    '-- @renamed from=b\n-- @new\ncreate table public.a (x int);',
    'a.sql:2:1: Two directives about one object. Keep one of them.\n  -- @new\n  ^',
  ],
])('refused with its place: %s', async (_what, text, problem) => {
  expect(await read(text)).toEqual([problem])
})

test('a text is copied without its directives, and with everything else', async () => {
  const text = `create table public.a (
  -- @renamed from=y
  -- why it is there
  x text default '
  -- @renamed from=z
',
  -- @new
  ü int -- @ home
)`
  expect(await withoutDirectives(text)).toBe(`create table public.a (
  -- why it is there
  x text default '
  -- @renamed from=z
',
  ü int -- @ home
)`)
  expect(await withoutDirectives('-- a\n-- @new')).toBe('-- a\n')
  expect(await withoutDirectives('')).toBe('')
})

test('a text without ignores of rules keeps all else', async () => {
  expect(
    await withoutDirectives(
      "-- lint-ignore a-rule: why\ncreate table public.a (\n  -- lint-ignore b: c\n  x text default '-- lint-ignore d: e'\n)",
    ),
  ).toBe("create table public.a (\n  x text default '-- lint-ignore d: e'\n)")
})
