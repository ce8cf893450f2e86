import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { UserError, planBetween } from '../src/index.ts'
import { startProgram } from './support/cli.ts'
import { messageOfFailure, withFiles } from './support/files.ts'
import { blocksOf } from './support/markdown.ts'
import { home } from './support/tracked-files.ts'

const files = {
  'before.sql': 'create table public.notes (id integer);\n',
  'after.sql': 'create table public.notes (id integer, body text);\n',
} as const

describe('planBetween', () => {
  it('plans the way between two files, and back', async () => {
    await withFiles(files, async (folder) => {
      const plan = await planBetween({
        from: join(folder, 'before.sql'),
        to: join(folder, 'after.sql'),
        workbench: inject('workbench').url,
        platform: 'none',
        schemas: ['public'],
      })
      expect(plan).toMatchObject({ equal: false, proved: true, unmanaged: [] })
      const texts = [plan.segments, plan.down].map((segments) =>
        segments.map(({ statements }) => statements.map(({ sql }) => sql)),
      )
      expect(texts).toEqual([
        [['alter table public.notes\n  add column body text']],
        [['alter table public.notes\n  drop column body']],
      ])
    })
  })

  it('throws what a person can mend', async () => {
    await withFiles(files, async (folder) => {
      const call = async (): Promise<unknown> =>
        planBetween({ from: join(folder, 'no.sql'), to: join(folder, 'after.sql') })
      await expect(call()).rejects.toBeInstanceOf(UserError)
      expect(await messageOfFailure(folder, call)).toContain('no.sql: no such file or folder.')
    })
  })

  it('does what the example of the page says', async () => {
    const page = await readFile(join(home, 'docs/planning.md'), 'utf8')
    const example = blocksOf(page).find(({ language }) => language === 'ts')?.text ?? ''
    expect(example).toContain("from 'aura-database'")
    const run = example.replace("'aura-database'", `'${join(home, 'src/index.ts')}'`)
    await withFiles({ ...files, 'example.ts': run }, async (folder) => {
      const call = { cwd: folder, env: { WORKBENCH: inject('workbench').url } }
      const { stdout, stderr } = await startProgram([process.execPath, 'example.ts'], call).ran
      expect({ stdout, stderr }).toEqual({
        stdout: 'begin;\nalter table public.notes\n  add column body text;\ncommit;\n',
        stderr: '',
      })
    })
  })
})
