import { expect, test } from 'vitest'
import { loadSqlFile } from '../../../src/workbench/sources/sql-file.ts'
import { withFiles } from '../../support/files.ts'

test.each(['', '\n', '-- nothing yet\n;\n'])(
  'an empty file says that it is empty: %j',
  async (text) => {
    await withFiles({ 'a.sql': text }, async (folder) => {
      const path = `${folder}/a.sql`
      expect(await loadSqlFile(path)).toEqual({
        path,
        text,
        rows: [],
        roles: [],
        notes: [`${path}: empty: this is the state of an empty database`],
      })
    })
  },
)

test('a file with a statement says nothing', async () => {
  await withFiles({ 'a.sql': "select 'a'" }, async (folder) => {
    expect(await loadSqlFile(`${folder}/a.sql`)).toMatchObject({ notes: [] })
  })
})
