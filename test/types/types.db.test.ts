import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { typesCommand } from '../../src/commands/types.ts'
import { readCatalog } from '../../src/postgres/read/read-catalog.ts'
import { generateTypes } from '../../src/types/generator.ts'
import { findResultFacts } from '../../src/types/result-facts.ts'
import { renderTypesFile } from '../../src/types/types-file.ts'
import { withTestDatabase } from '../support/database.ts'
import { contextFor } from '../support/target.ts'
import { describeWith } from '../support/tools.ts'

describeWith('supabase', 'types', () => {
  it('are what the schema files make', async () => {
    expect(await typesCommand(await contextFor('postgresql://nowhere'), { check: true })).toEqual({
      files: [
        { file: 'client/database.ts', state: 'as it was' },
        { file: 'client/README.md', state: 'as it was' },
      ],
    })
  })

  it('of odd objects are corrected where null can be shown to be or not to be', async () => {
    const odd = await readFile(join(import.meta.dirname, 'odd-objects.sql'), 'utf8')
    await withTestDatabase({ kind: 'platform', mode: 'today' }, async (db) => {
      await db.text(odd)
      const generated = await generateTypes({ url: db.url, schemas: ['public'] }, process.env)
      const facts = await findResultFacts(await readCatalog(db.owner, { schemas: ['public'] }))
      const text = renderTypesFile(generated, {
        facts,
        nullArguments: ['public.rows_of.a'],
      })
      await expect(text.slice(0, text.indexOf('type DatabaseWithout'))).toMatchFileSnapshot(
        'odd-objects.types.txt',
      )
    })
  })
})
