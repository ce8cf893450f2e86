import { execFile } from 'node:child_process'
import { mkdir, readFile, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { home } from '../support/tracked-files.ts'

/** Where a package comes from; the version is pinned where its registry keeps old ones. */
export type Package =
  | { readonly registry: 'debian'; readonly name: string }
  | { readonly registry: 'pypi'; readonly name: string; readonly version: string }
  | { readonly registry: 'npm'; readonly name: string; readonly version: string }

/** The files of a package, by their paths in it. */
export interface PackageFiles {
  readonly folder: string
  /** What is compressed by gzip is read as it was before. */
  readonly read: (path: string) => Promise<string>
  /** The paths of all files below a folder, sorted. */
  readonly list: (below: string) => Promise<string[]>
}

/** Fetches a package into `.local/real`, unless it is there, and unpacks it; nothing of it is installed. */
export async function fetchPackage(wanted: Package): Promise<PackageFiles> {
  const version = wanted.registry === 'debian' ? '' : `-${wanted.version}`
  const folder = join(home, '.local/real', `${wanted.registry}-${wanted.name}${version}`)
  if (!(await isThere(folder))) {
    const partial = `${folder}.partial`
    await rm(partial, { recursive: true, force: true })
    await mkdir(partial, { recursive: true })
    await fetchers[wanted.registry](wanted, partial)
    await rename(partial, folder)
  }
  return filesIn(folder)
}

async function isThere(folder: string): Promise<boolean> {
  return readdir(folder).then(
    () => true,
    () => false,
  )
}

type Fetch = (wanted: Package, folder: string) => Promise<void>

const fetchers: Readonly<Record<Package['registry'], Fetch>> = {
  debian: async ({ name }, folder) => {
    await run('apt-get', ['download', name], folder)
    const [file = ''] = await readdir(folder)
    await run('dpkg-deb', ['-x', file, '.'], folder)
  },
  pypi: async (wanted, folder) => {
    await run('pip', ['download', '--no-deps', '--dest', '.', specOf(wanted, '==')], folder)
    const [file = ''] = await readdir(folder)
    await run('python3', ['-m', 'zipfile', '-e', file, '.'], folder)
  },
  npm: async (wanted, folder) => {
    await run('npm', ['pack', '--silent', specOf(wanted, '@')], folder)
    const [file = ''] = await readdir(folder)
    await run('tar', ['-xzf', file, '--strip-components=1'], folder)
  },
}

function specOf(wanted: Package, separator: string): string {
  return wanted.registry === 'debian' ? wanted.name : `${wanted.name}${separator}${wanted.version}`
}

async function run(command: string, words: readonly string[], cwd: string): Promise<void> {
  await promisify(execFile)(command, words, { cwd, maxBuffer: 100_000_000 })
}

function filesIn(folder: string): PackageFiles {
  return {
    folder,
    read: async (path) => {
      const bytes = await readFile(join(folder, path))
      return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
    },
    list: async (below) => {
      const entries = await readdir(join(folder, below), { recursive: true, withFileTypes: true })
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .toSorted()
    },
  }
}
