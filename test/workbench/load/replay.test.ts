import { expect, test } from 'vitest'
import type { Migration } from '../../../src/files/migrations.ts'
import { migrationsUpTo } from '../../../src/workbench/load/replay.ts'
import { refusalOf } from '../../support/refusal.ts'

const migration = (version: string): Migration => ({
  version,
  name: 'a',
  file: `${version}_a.sql`,
  path: `/migrations/${version}_a.sql`,
  text: '',
  hash: '',
  down: undefined,
})

const folder = ['001', '002', '003'].map(migration)

const versionsUpTo = (upTo?: string): string[] =>
  migrationsUpTo(folder, upTo).map(({ version }) => version)

test('the migrations up to a version are all, none, or those to that one with it', () => {
  expect(versionsUpTo()).toEqual(['001', '002', '003'])
  expect(versionsUpTo('none')).toEqual([])
  expect(versionsUpTo('002')).toEqual(['001', '002'])
})

test('a version that no migration has is refused with those that there are', async () => {
  const call = Promise.resolve('004').then(versionsUpTo)
  expect(await refusalOf(call)).toBe(
    '004: no migration has this version. There are: 001, 002, 003.',
  )
})
