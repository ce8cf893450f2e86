import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadHelpers } from '../../src/commands/pgtap.ts'
import { renderTestFiles } from '../../src/pgtap/test-files.ts'
import { sendText } from '../../src/postgres/connect.ts'
import { readCatalog } from '../../src/postgres/read/read-catalog.ts'
import { withTestDatabase } from '../support/database.ts'
import { tapShim } from './tap-shim.ts'

const odd = await readFile(join(import.meta.dirname, 'odd-schema.sql'), 'utf8')
const schemas = ['public', 'odd schema']

it.each(['today', 'legacy'] as const)(
  'tests of odd names, restrictive policies, partitions and views pass where they were written from (%s)',
  async (mode) => {
    await withTestDatabase({ kind: 'platform', mode }, async (db) => {
      await sendText(db.superuser, tapShim)
      await db.text(odd)
      const files = renderTestFiles(
        {
          catalog: await readCatalog(db.owner, { schemas }),
          schemas,
          roles: ['anon', 'authenticated', 'service_role'].map((name) => ({
            name,
            superuser: false,
            bypassesRowSecurity: name === 'service_role',
            inherits: [],
          })),
          users: ['a0000000-0000-4000-8000-00000000000a', 'b0000000-0000-4000-8000-00000000000b'],
          samples: [],
        },
        await loadHelpers(),
      )
      expect(await Promise.all(files.map(async ({ text }) => db.text(text)))).toHaveLength(2)
      // A fault that only the rows of the odd table tell.
      await db.text(`alter policy "own rows" on "odd schema"."it's" using (true)`)
      await expect(db.text(files[1]?.text ?? '')).rejects.toThrow('not ok - authenticated')
    })
  },
)
