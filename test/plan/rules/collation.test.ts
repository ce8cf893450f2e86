import { expect, test } from 'vitest'
import type { Catalog, CatalogObject } from '../../../src/model/catalog.ts'
import { collationRule } from '../../../src/plan/rules/collation.ts'
import { toy, toys } from '../toy.ts'

const collation = toy('collation public.c', { provider: 'icu', locale: 'de', deterministic: true })
const table = toy('table public.t')

test('a collation in the key of a partitioned table that stays is not dropped', () => {
  const from = stateWith([collation, table])
  expect(collationRule.drop(collation, { from, to: from }, () => true)).toEqual({
    refused:
      'public.t is partitioned by it; PostgreSQL cannot change the key of a partitioned table',
  })
})

test('one in the key of a table that is dropped, too, is dropped', () => {
  const from = stateWith([collation, table])
  expect(collationRule.drop(collation, { from, to: toys([]) }, () => true)).toMatchObject([
    { verb: 'drop' },
  ])
})

function stateWith(objects: readonly CatalogObject[]): Catalog {
  return toys(objects, ['table public.t > collation public.c'])
}
