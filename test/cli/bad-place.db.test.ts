import { execFile, spawnSync } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import { startProgram } from '../support/cli.ts'
import type { Ran } from '../support/cli.ts'
import { withListener } from '../support/listeners.ts'
import { usePort, withLocal } from '../support/local.ts'
import type { TemporaryProject } from '../support/project.ts'
import { once } from '../support/once.ts'
import { longer } from '../support/sample.ts'
import { sentenceOf, useDiscretion } from '../support/secrets.ts'
import { copyProject } from '../support/whole-project.ts'

// Each test starts many processes: a busy machine needs its time.
vi.setConfig({ testTimeout: 120_000 })

const { call } = useDiscretion()
const run = promisify(execFile)
const isRoot = process.getuid?.() === 0
const canMount = mayMount()
/** The mark of a test that is skipped for want of something. */
const lacks = (tool: string, isThere: boolean): string => (isThere ? '' : ` [needs ${tool}]`)

describe('the local database', { ...once, skip: once.skip || longer.skip }, () => {
  it('outlives a port that is taken, two starts at once, and the death of its server', async () => {
    await withLocal(async (project, port) => {
      await withListener(
        () => undefined,
        async (taken) => {
          await usePort(project, taken)
          expect(sentenceOf(await verb(project, 'apply'), project.root)).toBe(
            `127.0.0.1:${String(taken)}: another program uses the port, or this user may not use it. ` +
              `Stop that program, or give this server another port, such as LOCAL_PORT=${String(taken + 1)}.`,
          )
        },
      )
      await usePort(project, port)
      const started = await Promise.all([
        verb(project, 'db', 'start', '--json'),
        verb(project, 'db', 'start', '--json'),
      ])
      const [one, other] = started.map(valueOf)
      expect(new Set([one?.['started'], other?.['started']])).toEqual(new Set([false, true]))
      expect(one?.['pid']).toBe(other?.['pid'])

      const { pid } = valueOf(await verb(project, 'db', 'status', '--json')) ?? {}
      process.kill(Number(pid), 'SIGKILL')
      expect(valueOf(await verb(project, 'apply', '--json'))).toMatchObject({ current: '002' })
      expect(valueOf(await verb(project, 'db', 'status', '--json'))).not.toMatchObject({ pid })
    })
  })

  it('is not touched when another version made it', async () => {
    await withLocal(async (project) => {
      await project.write('.local/local-17/data/PG_VERSION', '12\n')
      const sentence =
        '.local/local-17/data: made by PostgreSQL 12, but version 17 is asked for. ' +
        'Use that version again, or move the folder away: then a new one is created.'
      for (const words of [['apply'], ['db', 'start'], ['status']])
        expect(sentenceOf(await verb(project, ...words), project.root)).toBe(sentence)
      expect(await readdir(join(project.root, '.local/local-17'), { recursive: true })).toEqual([
        'data',
        'data/PG_VERSION',
      ])
    })
  })

  it.skipIf(!canMount)(
    `is not half made on a disk that is full${lacks('mount', canMount)}`,
    async () => {
      await withLocal(async (project) => {
        const state = join(project.root, '.local')
        await mkdir(state)
        await run('mount', ['-t', 'tmpfs', '-o', 'size=8m,mode=755', 'none', state])
        try {
          const [said, ...quoted] = sentenceOf(await verb(project, 'apply'), project.root).split(
            '\n',
          )
          expect(said).toBe(
            '.local/local-17: the disk is full. This attempt left nothing. Free some space. Continue with: npm run apply',
          )
          expect(quoted.join('\n')).toContain('No space left on device')
          expect(await readdir(state)).toEqual(['local-17.lock'])
        } finally {
          await run('umount', [state])
        }
      })
    },
  )
})

describe('a clone of this project', { ...once, skip: once.skip || longer.skip }, () => {
  it.skipIf(!isRoot)(
    `works under a folder that only root may enter, and for an ordinary user${lacks('root', isRoot)}`,
    async () => {
      await withClone(async (root) => {
        const nobody = { uid: 65_534, gid: 65_534 }
        await chown(root, nobody.uid, nobody.gid)
        const ids = [`--reuid=${String(nobody.uid)}`, `--regid=${String(nobody.gid)}`]
        const ordinary = ['setpriv', ...ids, '--clear-groups']
        expect(await lastLine(npm(root, ordinary, 'apply'))).toMatch(applied)
        expect(await readdir(join(root, '.local'))).toContain('local-17')
        await npm(root, ordinary, 'db', 'stop')

        await rm(join(root, '.local'), { recursive: true })
        await chown(root, 0, 0)
        await chmod(dirname(root), 0o700)
        expect(await lastLine(npm(root, [], 'apply'))).toMatch(applied)
        expect(await readdir(root)).not.toContain('.local')
      })
    },
  )
})

/** What apply says in the end, for this project's migrations. */
const applied = /^Applied \d+ migrations: the database is at version \d+\.$/

async function verb({ root }: TemporaryProject, ...said: readonly string[]): Promise<Ran> {
  const [name = '', ...words] = said
  return call(name, { cwd: root, words })
}

function valueOf({ stdout, stderr }: Ran): Readonly<Record<string, unknown>> | undefined {
  expect(stderr).not.toMatch(/\n\s+at /)
  const value: unknown = JSON.parse(stdout)
  return typeof value === 'object' && value !== null ? { ...value } : undefined
}

/** This project with packages of its own, in a folder of its own; what it leaves elsewhere goes too. */
async function withClone(use: (root: string) => Promise<void>): Promise<void> {
  const parent = await mkdtemp(join(tmpdir(), 'clone-'))
  const root = join(parent, 'clone')
  try {
    await mkdir(root)
    await chmod(parent, 0o755)
    await chmod(root, 0o755)
    await copyProject(root)
    const modules = join(root, 'node_modules')
    await rm(modules)
    // Links where the file system lets us, which take no time; only folders are ours to change then.
    const from = join(import.meta.dirname, '../../node_modules')
    await run('cp', ['-al', from, modules]).catch(async () => {
      await rm(modules, { recursive: true, force: true })
      await run('cp', ['-a', from, modules])
    })
    await use(root)
  } finally {
    const stopped = await npm(root, [], 'db', 'stop', '--', '--json')
    const folder = stopped.code === 0 ? valueOf(stopped)?.['folder'] : undefined
    if (typeof folder === 'string') await rm(dirname(folder), { recursive: true, force: true })
    await rm(parent, { recursive: true, force: true })
  }
}

async function lastLine(running: Promise<Ran>): Promise<string> {
  const { stdout, stderr } = await running
  return stdout.trimEnd().split('\n').at(-1) || stderr
}

/** Runs a verb as a person does: by the npm of the machine, which finds Node in the clone. */
async function npm(
  root: string,
  before: readonly string[],
  ...words: readonly string[]
): Promise<Ran> {
  const env = { HOME: root, PATH: '/usr/local/bin:/usr/bin:/bin', NODE_COMPILE_CACHE: '' }
  return startProgram([...before, 'npm', 'run', '--silent', ...words], { cwd: root, env }).ran
}

/** Whether a file system in memory may be mounted here. */
function mayMount(): boolean {
  if (!isRoot || process.platform !== 'linux') return false
  const script = 'd=$(mktemp -d) && mount -t tmpfs none "$d" && umount "$d" && rmdir "$d"'
  return spawnSync('sh', ['-c', script], { stdio: 'ignore' }).status === 0
}
