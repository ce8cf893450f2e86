import { spawn, execFile } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { promisify, stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { generateKey } from '../../../client/tokens.ts'
import { sql } from '../../support/database.ts'
import { runVerb } from '../../support/cli.ts'
import { describeWith } from '../../support/tools.ts'
import { home } from '../../support/tracked-files.ts'
import { useKeysWorld } from './world.ts'

const withKeysWorld = useKeysWorld()
const script = join(home, 'scripts/keys.ts')
const key = generateKey(1)
const secret = key.slice(2)

/** Runs the verb with a text on standard input, in this project. */
async function pipe(
  words: readonly string[],
  url: string,
  input: string,
): Promise<{ code: unknown; said: string }> {
  const child = spawn(process.execPath, [script, ...words], {
    cwd: home,
    env: variables(url),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  child.stdin.end(input)
  const [code] = await once(child, 'close')
  return { code, said: said.replaceAll(/^… .*\n/gm, '') }
}

function variables(url: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    NO_COLOR: '1',
    TEST_DATABASE_URL: url,
    PRODUCTION_DATABASE_URL: url,
  }
}

describe('npm run keys', () => {
  it('takes the line that it printed from standard input', async () => {
    await withKeysWorld(async ({ db }) => {
      const made = await runVerb('keys', { cwd: home, words: ['generate', '7'] })
      expect(made).toMatchObject({
        code: 0,
        stderr: '',
        stdout: expect.stringMatching(/^7:[\w+/]{43}=\n$/),
      })
      const { code, said } = await pipe(['register', 'test'], db.url, made.stdout)
      expect({ code, said: said.replace(/\(.*\)/, '') }).toEqual({
        code: 0,
        said: 'test \nVersion 7 is registered.\n',
      })
    })
  })

  it('asks for the name of production before it takes a key', async () => {
    await withKeysWorld(async ({ db }) => {
      expect(await pipe(['register', 'production'], db.url, key)).toEqual({
        code: 1,
        said: 'production: not confirmed, so nothing was done. Type its name, or give it after --: -- --yes production\n',
      })
      expect(await db.query(sql`select from private.encryption_keys`)).toEqual([])
      const agreed = await pipe(['register', 'production', '--yes', 'production'], db.url, key)
      expect(agreed.code).toBe(0)
    })
  })

  it.each([
    ['register', 'a', 'b', key],
    ['register', `--key=${key}`],
  ])('repeats no key that is among its arguments %#', async (...words) => {
    const ran = await runVerb('keys', { cwd: home, words })
    expect({ code: ran.code, stdout: ran.stdout, stack: /\n\s+at /.test(ran.stderr) }).toEqual({
      code: 1,
      stdout: '',
      stack: false,
    })
    expect(ran.stderr).not.toContain(secret.slice(0, 8))
  })
})

describeWith('script', 'npm run keys register on a terminal', () => {
  it('does not show the key that is typed, nor does the list of processes', async () => {
    await withKeysWorld(async ({ db }) => {
      const { shown, processes, code } = await type(db.url, `${key}x\u007F\r`)
      expect({ code, shown: shown.replace(/\(postgres.*\)/, '') }).toEqual({
        code: 0,
        shown:
          'The key, as npm run keys generate printed it (it is not shown): \ntest \nVersion 1 is registered.\n',
      })
      expect(processes).toContain('keys.ts register test')
      expect(processes).not.toContain(secret)
    })
  })

  it.each([
    { end: 'the end of the input', keys: '\u0004', code: 1, said: 'No key was given' },
    { end: 'Ctrl-C', keys: '\u0003', code: 130, said: 'Interrupted (SIGINT)' },
  ])('takes $end for no', async ({ keys, code, said }) => {
    await withKeysWorld(async ({ db }) => {
      const ended = await type(db.url, keys)
      expect(ended).toMatchObject({ code, shown: expect.stringContaining(said) })
      expect(await db.query(sql`select from private.encryption_keys`)).toEqual([])
    })
  })
})

/** Types keys when the verb asks on a terminal, which the program `script` gives it; what is shown, and who runs. */
async function type(
  url: string,
  keys: string,
): Promise<{ shown: string; processes: string; code: unknown }> {
  const child = spawn(
    'script',
    ['-qec', `${process.execPath} ${script} register test`, '/dev/null'],
    {
      cwd: home,
      env: variables(url),
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  let shown = ''
  let processes = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const isFirst = !shown.includes('not shown): ')
    shown += text
    if (!isFirst || !shown.includes('not shown): ')) return
    child.stdin.write(keys)
    void promisify(execFile)('ps', ['-eo', 'args=']).then(({ stdout }) => (processes = stdout))
  })
  const [code] = await once(child, 'close')
  return { shown: stripVTControlCharacters(shown).replaceAll('\r', ''), processes, code }
}
