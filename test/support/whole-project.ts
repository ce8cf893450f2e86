import { chmod, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runVerb, startProgram } from './cli.ts'
import type { Ran } from './cli.ts'
import { home } from './tracked-files.ts'

/** A copy of this project in a temporary folder, whose local database has a port of its own. */
export interface WholeProject {
  readonly root: string
  /** Runs a script as a reader's shell would, in the copy, and stops it at the first command that fails. */
  readonly shell: (script: string, env?: Readonly<Record<string, string>>) => Promise<Ran>
  /** Writes a file by its path from the root. */
  readonly write: (path: string, text: string) => Promise<void>
}

/** What the verbs read; the rest of the project has no part in what they do. */
const copied = [
  '.env.example',
  '.squawk.toml',
  'aura',
  'client',
  'database.json',
  'environments',
  'migrations',
  'package.json',
  'platform',
  'samples',
  'schema',
  'supabase',
  'tools',
]

/** Linked to mostly: what Node compiled of them once is taken again, which it is not of a copy. */
const sources = ['scripts', 'src']

/** Copies the project, hands it to `use`, stops its local server and removes it. */
export async function withWholeProject<T>(use: (project: WholeProject) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'whole-'))
  try {
    // Servers that root starts run as another user, who must get in.
    await chmod(root, 0o755)
    await copyProject(root)
    return await use({
      root,
      shell: async (script, env = {}) =>
        startProgram(['bash', '-euo', 'pipefail', '-c', script], { cwd: root, env }).ran,
      write: async (path, text) => writeFile(join(root, path), text),
    })
  } finally {
    await runVerb('db', { cwd: root, words: ['stop'] })
    await rm(root, { recursive: true, force: true })
  }
}

/**
 * Copies what the verbs read into a folder. What they consist of is linked to, and with it what this checkout has built;
 * a project apart gets a copy of that too.
 */
export async function copyProject(root: string, { isApart = false } = {}): Promise<void> {
  await Promise.all([
    ...[...copied, ...(isApart ? sources : [])].map(async (name) =>
      cp(join(home, name), join(root, name), { recursive: true, verbatimSymlinks: true }),
    ),
    ...['node_modules', ...(isApart ? [] : sources)].map(async (name) =>
      symlink(join(home, name), join(root, name)),
    ),
  ])
  const path = join(root, 'environments/local.json')
  const local: unknown = JSON.parse(await readFile(path, 'utf8'))
  await writeFile(path, JSON.stringify(local, withPort(await freePort())))
}

/** Rewrites the number of every field `port`. */
function withPort(port: number): (key: string, value: unknown) => unknown {
  return (key, value) => (key === 'port' ? port : value)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
