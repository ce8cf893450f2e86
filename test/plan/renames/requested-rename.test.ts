import { expect, test } from 'vitest'
import { indexNames } from '../../../src/plan/names/names.ts'
import { findDeclared } from '../../../src/plan/renames/requested-rename.ts'
import { parseDirectives } from '../../../src/sql/directives.ts'
import { splitStatements } from '../../../src/sql/scan/split.ts'
import { toy, toys } from '../toy.ts'

test('of routines of one name the declared one is found, whatever its types are called', async () => {
  const lists = ['public."a""b"', 'public."a b"[]', '"char", character varying', 'public."x.y"']
  const ids = lists.map((list) => `function public.f(${list})`)
  const index = indexNames(toys(ids.map((id) => toy(id))))
  const text = ids
    .map((id) => `create ${id} returns integer language sql as 'select 1';`)
    .join('\n')
  const { declarations } = await parseDirectives({
    path: 'f.sql',
    text,
    statements: await splitStatements(text, 'f.sql'),
  })
  expect(declarations.map((declared) => findDeclared(declared, index)?.id)).toEqual(ids)
})
