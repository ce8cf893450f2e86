import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verbs as allVerbs } from '../../scripts/verbs.ts'
import { runVerb, startProgram } from '../support/cli.ts'
import type { Ran } from '../support/cli.ts'
import { sampleBy } from '../support/sample.ts'
import { home } from '../support/tracked-files.ts'

/** A copy of the project that a verb may be run in without touching the real one. */
let project = ''

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'cli-'))
  for (const name of [
    'aura',
    'client',
    'migrations',
    'environments',
    'database.json',
    'package.json',
  ]) {
    await cp(name, join(project, name), { recursive: true })
  }
  await symlink(join(process.cwd(), 'node_modules'), join(project, 'node_modules'))
})

afterAll(async () => {
  await rm(project, { recursive: true, force: true })
})

const verbs = Object.keys(allVerbs)

describe('every verb', () => {
  it.each(sampleBy(verbs, { usual: 10, others: 10 }, (verb) => verb))(
    '%s prints its help with usage and examples, and does nothing',
    async (verb) => {
      const { code, stdout, stderr } = await run(verb, '--help')
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toMatch(/^\S+: .+\n\nUsage\n {2}npm run /)
      expect(stdout).toMatch(/\n\nExamples\n {2}(?:npm run|atlas migrate) /)
    },
  )

  it.each(sampleBy(verbs, { usual: 10, others: 10 }, (verb) => verb))(
    '%s refuses an unknown flag with its usage',
    async (verb) => {
      const { code, stdout, stderr } = await run(verb, '--frobnicate')
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toMatch(
        /Unknown option '--frobnicate'.*\nUsage: npm run .*\nMore: npm run .* -- --help\n$/s,
      )
    },
  )
})

const misplaced: readonly (readonly [string, readonly string[], string])[] = [
  ['apply', ['local', '003', 'more'], 'apply: takes 0 to 2 arguments, got 3: local 003 more'],
  ['status', ['local', 'more'], 'status: takes 0 to 1 argument, got 2: local more'],
  ['hash', ['more'], 'hash: takes 0 arguments, got 1: more'],
  [
    'apply',
    ['staging2'],
    'staging2: neither an environment (local, production, staging, test) nor a version such as 003.',
  ],
  [
    'status',
    ['nowhere'],
    'nowhere: no such environment. There are: local, production, staging, test.',
  ],
  [
    'db',
    ['explode'],
    'db explode: no such action. There are: start, stop, status, url, psql, seed, user, reset, stop-workbench.',
  ],
  ['db', [], 'db: takes 1 to 2 arguments, got 0: none'],
  ['db', ['reset'], 'reset: not confirmed, so nothing was done.'],
  [
    'rollback',
    [],
    'rollback: give the version that stays the newest applied, or none, or -- --steps N.',
  ],
  ['rollback', ['003', '--steps', '1'], 'rollback: give the version that stays'],
  ['rollback', ['--steps', '0'], '--steps 0: should be a whole number, at least 1.'],
  ['rollback', ['--steps', '-1'], "Option '--steps' argument is ambiguous."],
  [
    'apply',
    ['--lock-timeout', 'soon'],
    '--lock-timeout soon: should be a number of seconds, such as 5 or 0.5.',
  ],
  ['apply', ['--fleet', 'none.fleet'], 'none.fleet: no such file. A fleet is a file with'],
  [
    'apply',
    ['test'],
    'environment test: TEST_DATABASE_URL is not set. Set it in the shell or in .env.test',
  ],
]

describe('words that a verb cannot place', () => {
  it.each(
    sampleBy(misplaced, { usual: 15, others: 10 }, ([verb, words]) => `${verb} ${words.join(' ')}`),
  )('%s %j says what is wrong and does nothing', async (verb, words, message) => {
    const { code, stdout, stderr } = await run(verb, ...words)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})

it('asks for the name before it changes production, and takes no other name for it', async () => {
  for (const words of [
    ['production'],
    ['production', '--yes', 'staging'],
    ['production', '--yes', 'yes'],
  ]) {
    const { code, stdout, stderr } = await run('apply', ...words)
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'production: not confirmed, so nothing was done. Type its name, or give it after --: -- --yes production\n',
    })
  }
})

describe('a flag before --, which npm takes for its own', () => {
  it.each([
    ['apply staging', '--dry-run', '--dry-run'],
    ['rollback 1', '--steps', '--steps N'],
    ['status', '--json', '--json'],
  ])('%s refuses %s and does nothing', async (call, flag, right) => {
    const [verb = '', ...words] = call.split(' ')
    const variable = `npm_config_${flag.slice(2).replace('-', '_')}`
    const { code, stdout, stderr } = await runWith({ [variable]: 'true' }, verb, ...words)
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr: `${flag}: npm took this flag as its own, so nothing was done. Write it after --: npm run ${verb} -- ${right}\n`,
    })
  })

  it('is known by the longer name that npm makes of it, unless a person has set that for good', async () => {
    const replace = 'npm_config_replace_registry_host'
    for (const value of ['true', 'add_labels']) {
      const { code, stdout, stderr } = await runWith({ [replace]: value }, 'plan', 'add_labels')
      expect({ code, stdout, stderr }).toEqual({
        code: 1,
        stdout: '',
        stderr:
          '--replace: npm took this flag as its own, so nothing was done. Write it after --: npm run plan -- --replace\n',
      })
    }
    const { stderr } = await runWith({ [replace]: 'registry.example.org' }, 'plan', 'Add')
    expect(stderr).toMatch(/^Add: not a name for a migration\./)
  })

  it('is no matter where it stands behind -- too', async () => {
    const { code } = await runWith({ npm_config_json: 'true' }, 'help', '--json')
    expect(code).toBe(0)
  })
})

it('replaces a wrong atlas.sum, whatever is wrong with it', async () => {
  const path = join(project, 'migrations/atlas.sum')
  const right = await readFile(path)
  for (const wrong of [
    Buffer.concat([Buffer.from('\uFEFF'), right]),
    Buffer.from(right.toString().replaceAll('\n', '\r\n')),
    Buffer.from([0xff, 0xfe, 0x00]),
    Buffer.from(''),
  ]) {
    await writeFile(path, wrong)
    const { code, stderr } = await run('hash')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(await readFile(path)).toEqual(right)
  }
})

it('prints JSON where it is asked for, and nothing else', async () => {
  const { code, stdout, stderr } = await run('hash', '--json')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(JSON.parse(stdout)).toEqual({
    path: join(project, 'migrations/atlas.sum'),
    files: (await readdir(join(project, 'migrations'))).filter((name) => /^\d.*\.sql$/.test(name))
      .length,
    written: false,
    edited: [],
    added: [],
    missing: [],
  })
})

it('finishes its work when nobody reads on, and says when the result cannot be written', async () => {
  const script = `"${process.execPath}" "${join(home, 'scripts/help.ts')}" --json`
  const unread = await shell(`${script} | true; exit "\${PIPESTATUS[0]}"`)
  expect(unread).toEqual({ code: 0, stdout: '', stderr: '' })
  if (!existsSync('/dev/full')) return
  expect(await shell(`${script} > /dev/full`)).toEqual({
    code: 1,
    stdout: '',
    stderr:
      'The result cannot be written to standard output: ENOSPC: no space left on device, write\n',
  })
})

it('colours by FORCE_COLOR, and by no means with NO_COLOR', async () => {
  const coloured = await runWith({ FORCE_COLOR: '1', NO_COLOR: '' }, 'help')
  const bare = await runWith({ FORCE_COLOR: '1', NO_COLOR: '1' }, 'help')
  const none = await runWith({ FORCE_COLOR: '0' }, 'help')
  expect(coloured.stdout).toContain('\u001B[')
  expect(none.stdout).not.toContain('\u001B[')
  expect(bare.stdout).not.toContain('\u001B[')
})

async function run(verb: string, ...words: readonly string[]): Promise<Answer> {
  return runWith({}, verb, ...words)
}

type Answer = Pick<Ran, 'code' | 'stdout' | 'stderr'>

async function runWith(
  env: Record<string, string>,
  verb: string,
  ...words: readonly string[]
): Promise<Answer> {
  return answerOf(await runVerb(verb, { cwd: project, env, words }))
}

async function shell(script: string): Promise<Answer> {
  return answerOf(await startProgram(['bash', '-c', script], { cwd: project }).ran)
}

function answerOf({ code, stdout, stderr }: Ran): Answer {
  return { code, stdout, stderr }
}
