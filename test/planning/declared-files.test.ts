import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadSchemaFiles } from '../../src/files/schema/schema-files.ts'
import { withFiles as withDeclared } from '../../src/planning/declared-files.ts'
import { withFiles } from '../support/files.ts'

test('the file of an object is found whatever its name', async () => {
  const texts = {
    'schema/tables/order.sql': 'create table public."order" (a integer);',
    'schema/tables/a b.sql': 'create table public."a b" ("x (y)" integer);',
    'schema/tables/p.q.sql': 'create table public."p.q" (a integer);',
    'schema/functions/f (g.sql':
      'create function public."f (g"(a double precision) returns integer language sql as \'select 1\';',
  }
  const objects = {
    'table public."order"': 'schema/tables/order.sql',
    'column public."a b"."x (y)"': 'schema/tables/a b.sql',
    'policy "own rows" on public."a b"': 'schema/tables/a b.sql',
    'column public."p.q".a': 'schema/tables/p.q.sql',
    'function public."f (g"(double precision)': 'schema/functions/f (g.sql',
    'schema other': null,
  }
  await withFiles(texts, async (root) => {
    const differences = Object.keys(objects).map((object) => ({
      object,
      what: 'differs',
      expected: null,
      found: null,
      file: null,
    }))
    const proof = [{ way: 'up' as const, part: 1, differences, milliseconds: 0 }]
    const schema = await loadSchemaFiles(join(root, 'schema'))
    const [step] = await withDeclared(root, schema, proof)
    expect(
      Object.fromEntries(step?.differences.map(({ object, file }) => [object, file]) ?? []),
    ).toEqual(objects)
  })
})
