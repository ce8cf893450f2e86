import { expect, test } from 'vitest'
import { squawkNotes } from '../../../src/plan/write/lint-notes.ts'
import { create } from '../../../src/plan/action.ts'
import { statement } from '../../../src/plan/statement.ts'
import { printStatement } from '../../../src/plan/write/written-statement.ts'
import { asId } from '../../support/object-ids.ts'

const noted = squawkNotes({
  statements: [
    printStatement(
      statement(
        { verb: 'create', object: asId('table public.fresh') },
        create('table public.fresh', ' (a text)'),
      ),
    ),
  ],
})

test.each([
  [
    'alter table public.a\n  drop column b',
    'alter table public.a\n  -- squawk-ignore ban-drop-column -- the schema files no longer have it\n  drop column b',
  ],
  [
    'alter table public.a rename to b',
    '-- squawk-ignore renaming-table -- the schema files say so\nalter table public.a rename to b',
  ],
  [
    'alter table public."odd name"\n  add constraint "a key" foreign key (b)\n    references public.c (d)',
    'alter table public."odd name"\n  -- squawk-ignore constraint-missing-not-valid, adding-foreign-key-constraint -- the rows are checked in the transaction of this file\n  add constraint "a key" foreign key (b)\n    references public.c (d)',
  ],
  [
    'create domain public.d as integer\n  constraint d_check check (value > 0)',
    'create domain public.d as integer\n  -- squawk-ignore ban-create-domain-with-constraint -- the schema files say so\n  constraint d_check check (value > 0)',
  ],
  [
    'alter table public."odd name" rename to b',
    '-- squawk-ignore renaming-table -- the schema files say so\nalter table public."odd name" rename to b',
  ],
])('a line that squawk objects to says why: %#', (sql, text) => {
  expect(noted(sql)).toBe(text)
})

test.each(['-1', '(1 + 2)', 'gen_random_uuid()', 'current_date', "('x'::text)"])(
  'a default that squawk takes for no constant says why: %s',
  (value) => {
    const sql = `alter table public.a\n  add column b text default ${value}`
    expect(noted(sql)).toMatch(/\n {2}-- squawk-ignore adding-field-with-default -- .*\n/)
  },
)

test.each([
  ['a name in quotes', 'alter table public.a\n  alter column "drop column x" set default 1'],
  ['another sort of statement', 'grant select on table public.a to b'],
  ['a table of the same file', 'alter table public.fresh\n  add constraint c check (a > 1)'],
  [
    'a line inside a literal',
    "alter table public.a\n  alter column b set default '\n  drop column c'",
  ],
  ['the body of a function', 'create function public.f() returns void\nas $$\n  drop column c\n$$'],
  ['a column that may be empty', 'alter table public.a\n  add column b text'],
  ['a column with a constant', 'alter table public.a\n  add column b integer not null default 3'],
  ...["'low'", "'{}'::jsonb", "interval '1 day'", 'now()', 'true', '3.5', 'array[]::text[]'].map(
    (value) => [
      `the default ${value}`,
      `alter table public.a\n  add column b text default ${value} not null`,
    ],
  ),
])('nothing is written for %s', (_what, sql) => {
  expect(noted(sql)).toBe(sql)
})
