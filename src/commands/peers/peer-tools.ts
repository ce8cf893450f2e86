import { execFile } from 'node:child_process'
import { cp, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { messageOf } from '../../errors.ts'
import type { Variables } from '../../files/environment.ts'
import type { Call } from './measured-run.ts'

/** A planner that is compared. */
export interface PeerTool {
  readonly name: string
  /** Whether it runs its plan on a database before it prints it. */
  readonly proves: boolean
  /** How it plans from one database to the other; neither URL has a password. */
  readonly call: (from: string, to: string) => Omit<Call, 'variables'>
}

/** What could be installed, and what could not, each with its reason. */
export interface PeerTools {
  readonly tools: readonly PeerTool[]
  readonly missing: readonly string[]
}

/** Our own planner, as npm runs it, without npm. */
export function ownTools(root: string): PeerTool[] {
  const [start, script] = [join(root, 'src/cli/quick-start.mjs'), join(root, 'scripts', 'diff.ts')]
  const verb = (flags: readonly string[]) => (from: string, to: string) => ({
    file: process.execPath,
    args: ['--import', start, script, '--from', from, '--to', to, ...flags],
  })
  return [
    { name: 'ours', proves: false, call: verb(['--no-proof']) },
    { name: 'ours, proved', proves: true, call: verb([]) },
    { name: 'ours, proved on a whole copy', proves: true, call: verb(['--proof', 'whole']) },
  ]
}

/**
 * Installs the peers from the lock files of tools/peers into a folder that is not committed. One that cannot be had
 * is named with the reason. Needs npm, Go and their registries the first time.
 */
export async function installPeers(root: string, variables: Variables): Promise<PeerTools> {
  const folder = join(root, '.local', 'peers')
  await mkdir(folder, { recursive: true })
  const locks = ['package.json', 'package-lock.json', 'go.mod', 'go.sum']
  for (const name of locks) await cp(join(root, 'tools', 'peers', name), join(folder, name))
  const outcomes = [
    await tryTool('pg-delta', async () => installDelta(folder, variables)),
    await tryTool('pg-schema-diff', async () => installStripe(folder, variables)),
  ]
  return {
    tools: outcomes.flatMap((outcome) => (typeof outcome === 'string' ? [] : outcome)),
    missing: outcomes.filter((outcome) => typeof outcome === 'string'),
  }
}

async function tryTool(
  name: string,
  install: () => Promise<PeerTool[]>,
): Promise<PeerTool[] | string> {
  try {
    return await install()
  } catch (error) {
    return `${name}: ${messageOf(error).split('\n')[0] ?? ''}`
  }
}

async function installDelta(folder: string, variables: Variables): Promise<PeerTool[]> {
  const run = promisify(execFile)
  await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, env: { ...variables } })
  const home = join(folder, 'node_modules/@supabase/pg-delta')
  const about = await readFile(join(home, 'package.json'), 'utf8')
  const version = /"version": "([^"]+)"/.exec(about)?.[1] ?? 'unknown'
  const program = join(home, 'dist/cli/main.js')
  const call: PeerTool['call'] = (from, to) => ({
    file: process.execPath,
    args: [program, 'plan', '--source', from, '--desired', to],
  })
  return [{ name: `pg-delta ${version}`, proves: false, call }]
}

async function installStripe(folder: string, variables: Variables): Promise<PeerTool[]> {
  const program = join(folder, 'pg-schema-diff')
  const path = 'github.com/stripe/pg-schema-diff'
  const locks = { cwd: folder, env: { ...variables } }
  const run = promisify(execFile)
  await run('go', ['build', '-o', program, `${path}/cmd/pg-schema-diff`], locks)
  const { stdout } = await run('go', ['list', '-m', '-f', '{{.Version}}', path], locks)
  const name = `pg-schema-diff ${stdout.trim().replace(/^v/, '')}`
  const verb = (flags: readonly string[]) => (from: string, to: string) => ({
    file: program,
    args: ['plan', '--from-dsn', from, '--to-dsn', to, ...flags],
  })
  return [
    { name, proves: false, call: verb(['--disable-plan-validation']) },
    { name: `${name}, validated`, proves: true, call: verb([]) },
  ]
}
