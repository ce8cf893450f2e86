import { describe, expect, it } from 'vitest'
import { messageOf } from '../../../src/errors.ts'
import type { MigrationFolder } from '../../../src/files/migrations.ts'
import { nameMigrations } from '../../../src/plan/write/migration-files.ts'

/** A folder with migrations of these files. */
function folder(...files: readonly string[]): MigrationFolder {
  return {
    path: 'migrations',
    seal: { total: '', lines: [] },
    migrations: files.map((file) => ({
      version: file.split('_')[0] ?? '',
      name: file.slice(file.indexOf('_') + 1, -'.sql'.length),
      file,
      path: file,
      text: '',
      hash: '',
      down: undefined,
    })),
  }
}

const now = '20261124120000'

function filesOf(known: MigrationFolder, name: string, count: number): readonly string[] | string {
  try {
    return nameMigrations(known, name, { count, now }).map(({ file }) => file)
  } catch (error) {
    return messageOf(error)
  }
}

describe('nameMigrations', () => {
  it('goes on with three digits', () => {
    expect(filesOf(folder('001_a.sql', '006_b.sql'), 'add_labels', 2)).toEqual([
      '007_add_labels.sql',
      '008_add_labels_2.sql',
    ])
  })
  it('begins at 001', () => {
    expect(filesOf(folder(), 'a', 1)).toEqual(['001_a.sql'])
  })
  it('goes on with timestamps where there is one, after the last even if the clock is behind', () => {
    expect(filesOf(folder('20251124120000_a.sql'), 'b', 2)).toEqual([
      '20261124120000_b.sql',
      '20261124120001_b_2.sql',
    ])
    expect(filesOf(folder('20991231235959_a.sql'), 'b', 1)).toEqual(['20991231235960_b.sql'])
  })
  it('refuses a name that is taken', () => {
    expect(filesOf(folder('001_a.sql', '002_b_2.sql'), 'b', 2)).toBe(
      'b_2: 002_b_2.sql already has this name. Choose another one.',
    )
  })
  it.each(['Add', '1a', 'a-b', 'a b', '../a', 'ä', '', 'a'.repeat(62), "a'"])(
    'refuses the name %s',
    (name) => {
      expect(filesOf(folder(), name, 1)).toContain('not a name for a migration')
    },
  )
})
