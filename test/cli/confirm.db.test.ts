import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { expect, it } from 'vitest'
import { sql } from '../support/database.ts'
import { withSmallWorld } from '../support/small-project.ts'
import { describeWith } from '../support/tools.ts'

const script = join(import.meta.dirname, '../../scripts/apply.ts')

describeWith('script', 'apply of production', () => {
  it('shows what the pending files do before it asks for the name', async () => {
    await withSmallWorld(async ({ db, project, seal }) => {
      const head =
        '-- Drop it.\n-- changes: - column public.notes.body\n-- data: data_loss: column public.notes.body\n'
      await project.write(
        'migrations/003_less.sql',
        `${head}\nalter table public.notes drop column body;\n`,
      )
      await project.write('migrations/down/003_less.sql', 'select 1;\n')
      await seal()
      const shown = await answer(project.root, db.url)
      expect(shown).toContain(
        '003_less.sql\n  changes: - column public.notes.body\n  data: data_loss: column public.notes.body\n',
      )
      expect(shown).toMatch(/001_notes\.sql, 002_bodies\.sql: the head has no lines about/)
      expect(shown.indexOf('003_less.sql')).toBeLessThan(shown.indexOf('Type its name'))
      expect(shown).toContain('production: not confirmed, so nothing was done.')
      expect(
        await db.query(sql`select 1 from pg_catalog.pg_class where relname = 'notes'`),
      ).toEqual([])
    })
  })
})

/** Answers no on a terminal, which the program `script` stands for; all that the terminal shows. */
async function answer(cwd: string, url: string): Promise<string> {
  const child = spawn('script', ['-qec', `${process.execPath} ${script} production`, '/dev/null'], {
    cwd,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      NO_COLOR: '1',
      PRODUCTION_DATABASE_URL: url,
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let shown = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text
    if (text.includes('continue: ')) child.stdin.write('no\r')
  })
  await once(child, 'close')
  return stripVTControlCharacters(shown).replaceAll('\r', '')
}
