import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { expect, it } from 'vitest'
import { describeWith } from '../support/tools.ts'

const home = join(import.meta.dirname, '../..')

/**
 * Answers a verb's question on a terminal, which the program `script` stands for; all that the terminal shows, and
 * the exit code.
 */
async function answer(command: string, keys: string): Promise<{ shown: string; code: unknown }> {
  const child = spawn('script', ['-qec', `${process.execPath} ${command}`, '/dev/null'], {
    cwd: home,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', NO_COLOR: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let shown = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text
    if (text.includes('continue: ')) child.stdin.write(keys)
  })
  const [code] = await once(child, 'close')
  return { shown: stripVTControlCharacters(shown).replaceAll('\r', ''), code }
}

describeWith('script', 'a question on a terminal', () => {
  const question = 'This changes production. Type its name to continue: '
  const refused =
    'production: not confirmed, so nothing was done. Type its name, or give it after --: -- --yes production\n'

  it.concurrent('takes no other word for the name', async () => {
    expect(await answer('scripts/rollback.ts production none', 'yes\r')).toEqual({
      shown: `${question}yes\n${refused}`,
      code: 1,
    })
  })

  it.concurrent('takes the end of the input for no', async () => {
    expect(await answer('scripts/rollback.ts production none', '\u0004')).toEqual({
      shown: `${question}\n${refused}`,
      code: 1,
    })
  })

  it.concurrent('ends by Ctrl-C', async () => {
    const { shown, code } = await answer('scripts/db.ts reset', '\u0003')
    expect(code).toBe(130)
    expect(shown).toContain('Type yes to continue: ')
    expect(shown).toContain('Interrupted (SIGINT). What was finished stays')
  })
})
