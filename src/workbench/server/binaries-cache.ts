import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { isReachable } from './reach.ts'
import type { ServerUser } from './server-user.ts'

/** Binaries in a package, and the user that will run them. */
export interface PackagedBinaries {
  readonly native: string
  readonly version: string
  readonly user: ServerUser | undefined
  /** Where copies are kept; `/var/cache/database-as-code` unless told. */
  readonly cache?: string
}

/**
 * The folder from which `user` can run the binaries: the package's own, or a copy when a folder above it is
 * closed to that user, as root's home is. A copy is made once a version.
 */
export async function openBinaries(packaged: PackagedBinaries): Promise<string> {
  const { native, version, user, cache = '/var/cache/database-as-code' } = packaged
  if (user === undefined || (await isReachable(join(native, 'bin', 'postgres'), user)))
    return native
  const copy = join(cache, `postgres-${version}-${process.arch}`)
  if (await isFolder(copy)) return copy
  await mkdir(cache, { recursive: true, mode: 0o755 })
  await copyWhole(native, copy)
  return copy
}

/** Copies under a name that is nobody's and renames: a copy under its own name is always complete. */
async function copyWhole(from: string, to: string): Promise<void> {
  const building = `${to}.${randomBytes(4).toString('hex')}.copying`
  try {
    // Links between the libraries are relative, and stay so.
    await cp(from, building, { recursive: true, verbatimSymlinks: true })
    await promisify(execFile)('chmod', ['-R', 'a+rX', building])
    await rename(building, to)
  } catch (error) {
    await rm(building, { recursive: true, force: true })
    if (!(await isFilled(to))) throw error
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/** Whether another process has put its copy there meanwhile. */
async function isFilled(path: string): Promise<boolean> {
  return readdir(path).then(
    (names) => names.length > 0,
    () => false,
  )
}
