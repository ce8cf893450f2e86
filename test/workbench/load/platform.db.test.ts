import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadProject } from '../../../src/files/project.ts'
import { loadPlatform } from '../../../src/workbench/load/platform.ts'
import { sql, useDatabase, withTestDatabase } from '../../support/database.ts'
import { withFiles } from '../../support/files.ts'
import { refusalOf } from '../../support/refusal.ts'

describe('loading the platform', () => {
  const db = useDatabase({ kind: 'empty' })

  test('names the file and the place of an error, and what is missing', async () => {
    const files = { '01_first.sql': 'select 1;\n', '02_wrong.sql': 'select 1;\nselect nothing;\n' }
    await withFiles(files, async (folder) => {
      expect(await refusalOf(loadPlatform(db.adminUrl, folder, 'today'))).toBe(
        `${join(folder, 'default-privileges/today.sql')}: missing. It belongs to the stand-in for the platform.`,
      )
    })
    await withFiles({ ...files, 'default-privileges/today.sql': '' }, async (folder) => {
      expect(await refusalOf(loadPlatform(db.adminUrl, folder, 'today'))).toBe(
        `${join(folder, '02_wrong.sql')}:2:8: column "nothing" does not exist (42703)\n  select nothing;\n         ^`,
      )
      expect(await refusalOf(loadPlatform(db.adminUrl, join(folder, 'none'), 'today'))).toBe(
        `${join(folder, 'none')}: the folder with the stand-in for the platform cannot be read.`,
      )
    })
  })

  test('is refused where it is there already, and changes nothing', async () => {
    const { folders } = await loadProject(import.meta.dirname)
    await withTestDatabase({ kind: 'platform', mode: 'today' }, async (full) => {
      await full.superuser.query(sql`comment on schema auth is 'as it was'`)
      const sentence = await refusalOf(loadPlatform(full.adminUrl, folders.platform, 'today'))
      expect(sentence).toMatch(
        /: already has the platform \(schema auth\)\. The stand-in is for databases without it\.$/,
      )
      const comment = sql`select obj_description('auth'::regnamespace) as comment`
      expect(await full.query(comment)).toEqual([{ comment: 'as it was' }])
    })
  })
})
