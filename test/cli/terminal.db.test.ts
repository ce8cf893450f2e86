import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { withLocal } from '../support/local.ts'
import { describeWith } from '../support/tools.ts'

const home = join(import.meta.dirname, '../..')

describeWith('script', 'an error on a terminal', () => {
  it('stands on a line of its own, not behind what was being done', async () => {
    await withLocal(async ({ root }) => {
      const child = spawn(
        'script',
        ['-qec', `${process.execPath} ${home}/scripts/apply.ts 009`, '/dev/null'],
        {
          cwd: root,
          env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', NO_COLOR: '1' },
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      )
      let shown = ''
      child.stdout.setEncoding('utf8').on('data', (text: string) => (shown += text))
      await once(child, 'close')
      expect(shown).toContain('\u001B[Kversion 009: no such migration. There are: 001, 002.')
    })
  })
})
