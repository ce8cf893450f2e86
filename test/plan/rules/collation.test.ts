import { expect, test } from 'vitest'
import type { CatalogObject } from '../../../src/model/catalog.ts'
import { collationRule } from '../../../src/plan/rules/collation.ts'
import { toy, toys } from '../toy.ts'

test('a collation that a column says is not recreated', () => {
  expect(relocate('public.c')).toEqual({
    refused:
      'it cannot be altered, and public.t.name would lose it. Create another collation, give it to the columns, drop this one',
  })
})

test('one that a column has from its domain is, with the domain', () => {
  expect(relocate(null)).toBe('replace')
})

/** What comes of another locale; `own` is the collation that a column says, null where it has it from its domain. */
function relocate(own: string | null): ReturnType<typeof collationRule.alter> {
  const column = toy('column public.t.name', { collation: own })
  const [from, to] = [collationOf('de'), collationOf('sv')]
  const needs = ['column public.t.name > collation public.c']
  return collationRule.alter(
    { kind: 'altered', from, to, attributes: ['locale'] },
    { from: toys([from, column], needs), to: toys([to, column], needs) },
  )
}

function collationOf(locale: string): CatalogObject {
  return toy('collation public.c', { provider: 'icu', locale, deterministic: true })
}
