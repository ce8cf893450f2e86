import { expect, test } from 'vitest'
import { splitStatements } from '../../../src/sql/scan/split.ts'
import { findUnqualifiedNames } from '../../../src/sql/parsed/unqualified.ts'

async function unqualified(text: string): Promise<string[]> {
  const statements = await splitStatements(text, 'a.sql')
  return statements.flatMap(({ tree }) =>
    findUnqualifiedNames(tree).map(({ sort, name, location }) => `${sort} ${name} ${location}`),
  )
}

test('tables, functions and types without schema are found with their places', async () => {
  expect(
    await unqualified(
      'create view v as select f(x)::t from a join public.b on b.x = pg_catalog.now()',
    ),
  ).toEqual(['relation v 12', 'function f 24', 'type t 30', 'relation a 37'])
})

test('a name that a with query gives needs no schema', async () => {
  expect(
    await unqualified(
      'create view public.v as with q as (select 1) select * from q, public.b for update of b',
    ),
  ).toEqual([])
})

test('the table of a foreign key and the function of a trigger are found', async () => {
  expect(
    await unqualified(`
      create table public.t (a pg_catalog.uuid references u (id));
      create trigger t before insert on public.t execute function f();
    `),
  ).toEqual(['relation u 59', 'function f undefined'])
})

test('collations of columns, keys and expressions are found', async () => {
  expect(
    await unqualified(`
      create table public.t (a pg_catalog.text collate g, b public.e collate "C", c public.e collate public.g);
      create index i on public.t (a collate g);
      create view public.v as select a collate g as a from public.t;
    `),
  ).toEqual(['collation g 48', 'collation C 70', 'collation g undefined', 'collation g 200'])
})

test('bodies in the form of sql are searched, bodies in quotes are not', async () => {
  expect(
    await unqualified(`
      create function public.f() returns public.t language sql begin atomic select * from a; end;
      create function public.g() returns public.t language sql as 'select * from a';
    `),
  ).toEqual(['relation a 91'])
})
