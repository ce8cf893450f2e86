import { expect, it } from 'vitest'
import { seedStatement } from '../../../src/sql/parsed/seed-statement.ts'
import { splitStatements } from '../../../src/sql/scan/split.ts'

/** What is sent for a file with one statement, blanks made even, or why it is refused. */
async function seed(text: string): Promise<string> {
  const [statement] = await splitStatements(text, 'samples/t.sql')
  if (statement === undefined) throw new Error('no statement')
  const made = await seedStatement(statement)
  return made.kind === 'refused' ? made.reason : made.text.replaceAll(/\s+/g, ' ').trim()
}

const own = (name: string): string => `pg_catalog.age("${name}".xmin) <= 0`

it.each([
  [
    'a plain insert',
    'insert into t (a) values (1);',
    'insert into t (a) values (1) on conflict do nothing',
  ],
  [
    'one that ends with a comment',
    'insert into t values (1) -- why\n;',
    'insert into t values (1) on conflict do nothing -- why',
  ],
  [
    'returning',
    'insert into t select 1 returning a',
    'insert into t select 1 on conflict do nothing returning a',
  ],
  [
    'a name like the word',
    'insert into t ("returning") values (1)',
    'insert into t ("returning") values (1) on conflict do nothing',
  ],
  [
    'characters of many bytes',
    "insert into t values ('🐎 ž') returning 'ž'",
    "insert into t values ('🐎 ž') on conflict do nothing returning 'ž'",
  ],
  [
    'an insert inside an insert',
    'with x as (insert into a values (1) returning id) insert into b select id from x',
    'with x as (insert into a values (1) on conflict do nothing returning id) insert into b select id from x on conflict do nothing',
  ],
  [
    'an insert inside a select',
    'with x as (insert into a values ((1))), y as (insert into b values (2)) select 1',
    'with x as (insert into a values ((1)) on conflict do nothing ), y as (insert into b values (2) on conflict do nothing ) select 1',
  ],
  [
    'do nothing',
    'insert into t values (1) on conflict (a) do nothing',
    'insert into t values (1) on conflict (a) do nothing',
  ],
  [
    'do update',
    'insert into s.t values (1) on conflict (a) where b do update set c = 1',
    `insert into s.t values (1) on conflict (a) where b do update set c = 1 where ${own('t')}`,
  ],
  [
    'do update with a condition and an alias',
    'insert into s.t as "o p" values (1) on conflict (a) do update set c = (select 1 where true) where x or y returning a',
    `insert into s.t as "o p" values (1) on conflict (a) do update set c = (select 1 where true) where ( x or y ) and ${own('o p')} returning a`,
  ],
  ['an update', 'update only s.t set a = 1', `update only s.t set a = 1 where ${own('t')}`],
  [
    'an update with a condition',
    'update t as x set a = 1 from u where x.b = u.b or true',
    `update t as x set a = 1 from u where ( x.b = u.b or true ) and ${own('x')}`,
  ],
  ['a select', "select pg_catalog.setval('s', 9)", "select pg_catalog.setval('s', 9)"],
])('%s leaves the rows alone that were there', async (_, text, sent) => {
  expect(await seed(text)).toBe(sent)
})

it.each([
  ['delete from t', 'DeleteStmt'],
  ['with x as (delete from t returning a) insert into u select a from x', 'DeleteStmt'],
  ['truncate t', 'TruncateStmt'],
  ['create table t ()', 'CreateStmt'],
  ['do $$ begin end $$', 'DoStmt'],
  ['commit', 'TransactionStmt'],
  ["set session_replication_role = 'replica'", 'VariableSetStmt'],
])('%s is refused', async (text, sort) => {
  expect(await seed(text)).toBe(
    `Sample rows are loaded by insert and update (this is ${sort}). Leave the statement out of the file.`,
  )
})
