import { describe, expect, it } from 'vitest'
import { findStandingOf } from '../../../src/targets/target-standing.ts'
import { decideApply, decideRollback } from '../../../src/deploy/history/standing.ts'
import type { Standing } from '../../../src/deploy/history/standing.ts'
import type { History, Revision, SupabaseVersion } from '../../../src/deploy/history/history.ts'
import type { Migration, MigrationFolder } from '../../../src/files/migrations.ts'

const one = migration('001', 'one')
const two = migration('002', 'two')
const three = migration('003', 'three')
const folder: MigrationFolder = {
  path: 'migrations',
  migrations: [one, two, three],
  seal: { total: '', lines: [] },
}

const remote = { kind: 'remote', name: 'test', about: '', variable: 'URL', confirm: false } as const
const embedded = {
  kind: 'embedded',
  name: 'local',
  about: '',
  postgres: 17,
  port: 1,
  database: 'a',
} as const

function findStanding(migrations: MigrationFolder, history: History): Standing {
  return findStandingOf(remote, migrations, history)
}

describe('findStanding', () => {
  it('takes everything for pending where there is no history', () => {
    expect(findStanding(folder, { atlas: undefined, supabase: undefined })).toEqual({
      applied: [],
      pending: [one, two, three],
      unrecorded: [],
    })
  })

  it('counts a version as applied that either history knows, and says which one lacks it', () => {
    expect(findStanding(folder, { atlas: [revision('001')], supabase: cli('001', '002') })).toEqual(
      {
        applied: [one, two],
        pending: [three],
        unrecorded: [two],
      },
    )
    expect(
      findStanding(folder, { atlas: [revision('001'), revision('002')], supabase: cli('001') }),
    ).toEqual({
      applied: [one, two],
      pending: [three],
      unrecorded: [two],
    })
  })

  it('takes Atlas’s own baseline, which has no hash, for all before it', () => {
    const baseline = { ...revision('002'), type: 1, applied: 0, total: 0, hash: '' }
    expect(findStanding(folder, { atlas: [baseline], supabase: undefined })).toEqual({
      applied: [one, two],
      pending: [three],
      unrecorded: [one],
    })
  })

  it('believes Atlas that a version which stopped half way was resolved by hand', () => {
    const resolved = { ...revision('001'), type: 6, applied: 1, total: 3, error: 'no such table' }
    expect(findStanding(folder, { atlas: [resolved], supabase: undefined })).toMatchObject({
      applied: [one],
    })
  })

  it('blames the file that came in between, not those behind it whose hashes it changes', () => {
    const atlas = [revision('001'), { ...revision('003'), hash: 'before 002 was there' }]
    expect(() => findStanding(folder, { atlas, supabase: undefined })).toThrow(
      'migrations/002_two.sql: not applied, but the newer 003_three.sql is.',
    )
  })

  it.each<[string, History, string]>([
    [
      'a version that the folder lacks',
      { atlas: [revision('001'), revision('009')], supabase: undefined },
      "the database's history has a version that migrations lacks: 009. Is this checkout older than the database? Update it, or bring the missing files back.",
    ],
    [
      'versions that only the other history knows and the folder lacks',
      { atlas: [], supabase: cli('007', '008') },
      "the database's history has versions that migrations lacks: 007, 008. Is this checkout older than the database? Update it, or bring the missing files back.",
    ],
    [
      'a file that was edited after it was applied',
      { atlas: [revision('001'), { ...revision('002'), hash: 'other' }], supabase: undefined },
      'migrations/002_two.sql: edited after it was applied. Restore it (git checkout), and write the change as a new migration.',
    ],
    [
      'a file that stopped half way',
      {
        atlas: [{ ...revision('001'), applied: 1, total: 3, error: 'no such table' }],
        supabase: undefined,
      },
      'version 001 stopped after 1 of 3 statements: no such table. Finish or undo it with the tool that began it.',
    ],
    [
      'a version that the database has under another name',
      {
        atlas: [revision('001'), { ...revision('002'), description: 'second', hash: 'other' }],
        supabase: undefined,
      },
      'the database has 002 as second, this checkout as two. Two branches took one number, or the file was renamed after it was applied. If it was renamed, restore its old name. Otherwise bring 002_second.sql here, and give yours the next free version: npm run renumber 002_two',
    ],
    [
      'a version that took the place of others there, in a checkout from before',
      {
        atlas: [{ ...revision('002'), description: 'squashed', hash: 'other' }],
        supabase: undefined,
      },
      'the database has 002 as squashed, this checkout as two. There it took the place of older migrations (npm run squash). Is this checkout older than the database? Update it.',
    ],
    [
      'such a version of the other history, whose file has another version here',
      { atlas: undefined, supabase: [...cli('001'), { version: '002', name: 'three' }] },
      'the database has 002 as three, this checkout as two. Here three is 003: it got another version after it was applied. Roll it back there from the checkout that has it as 002_three.sql, then apply from here.',
    ],
    [
      'a hole in the sequence',
      { atlas: [revision('001'), revision('003')], supabase: undefined },
      'migrations/002_two.sql: not applied, but the newer 003_three.sql is. Give it the next version: npm run renumber 002_two',
    ],
  ])('refuses %s', (_what, history, message) => {
    expect(() => findStanding(folder, history)).toThrow(
      expect.objectContaining({ name: 'UserError', message }),
    )
  })
})

it('of the local database it is said that it can be thrown away', () => {
  const history = { atlas: [revision('009')], supabase: undefined }
  expect(() => findStandingOf(embedded, folder, history)).toThrow(
    /^the database's history has a version that migrations lacks: 009\. .*\nOr have the local database follow this checkout: npm run switch\. Or throw it away, with its rows, and build it from this checkout: npm run db reset, npm run apply$/,
  )
})

describe('decideApply', () => {
  const standing = { applied: [one], pending: [two, three], unrecorded: [] }

  it('applies all that is pending', () => {
    expect(decideApply(standing, undefined, 'staging')).toEqual([two, three])
  })

  it('stops at the version that was asked for', () => {
    expect(decideApply(standing, '002', 'staging')).toEqual([two])
  })

  it('has nothing to do when that version is applied already', () => {
    expect(decideApply(standing, '001', 'staging')).toEqual([])
  })

  it('refuses a version that is not there', () => {
    expect(() => decideApply(standing, '004', 'staging')).toThrow(
      'version 004: no such migration. There are: 001, 002, 003.',
    )
  })
})

describe('decideRollback', () => {
  const standing = { applied: [one, two, three], pending: [], unrecorded: [] }

  it('takes back all above the version that stays, newest first', () => {
    expect(decideRollback(standing, '001', 'staging')).toEqual([three, two])
    expect(decideRollback(standing, '003', 'staging')).toEqual([])
  })

  it('takes all back when none is to stay', () => {
    expect(decideRollback(standing, 'none', 'staging')).toEqual([three, two, one])
  })

  it('refuses a version that is not applied', () => {
    expect(() => decideRollback(standing, '004', 'staging')).toThrow(
      'version 004 is not applied, so nothing can be rolled back to it. Applied: 001, 002, 003.',
    )
  })

  it('refuses when a down file is missing, before anything is taken back', () => {
    const stuck = { ...standing, applied: [one, { ...two, down: undefined }, three] }
    expect(() => decideRollback(stuck, '001', 'staging')).toThrow(
      'migrations/002_two.sql: it has no down file. Write down/002_two.sql, or have it planned (npm run prove 002 -- --write-down), or roll back only to version 002.',
    )
    expect(decideRollback(stuck, '002', 'staging')).toEqual([three])
  })
})

function migration(version: string, name: string): Migration {
  const file = `${version}_${name}.sql`
  return {
    version,
    name,
    file,
    path: `migrations/${file}`,
    text: 'select 1;',
    hash: `hash of ${version}`,
    down: { path: `migrations/down/${file}`, text: 'select 1;' },
  }
}

/** Rows of the Supabase CLI's table, without names as old versions of it wrote them. */
function cli(...versions: readonly string[]): SupabaseVersion[] {
  return versions.map((version) => ({ version, name: null }))
}

function revision(version: string): Revision {
  return {
    version,
    description: '',
    type: 2,
    applied: 1,
    total: 1,
    error: null,
    hash: `hash of ${version}`,
    executedAt: '1970-01-01T00:00:00.000Z',
    errorStatement: null,
    partialHashes: [],
    operator: 'aura 1',
  }
}
