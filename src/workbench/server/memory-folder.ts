import { constants } from 'node:fs'
import { lstat, mkdir, readdir, statfs, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { loadIfThere } from '../../files/read-text.ts'
import { nameFor } from './state-folder.ts'

/** Where Linux has a file system in memory. */
const memory = '/dev/shm'

/** What a workbench may come to need, with room for others; in bytes. */
const wanted = 3 * 2 ** 30

/** The number of that kind of file system (linux/magic.h). */
const tmpfs = 0x01_02_19_94

/**
 * A folder in memory for a project's throwaway databases, or undefined where there is none or too little of it.
 * A database is some 300 files, made and removed all the time: some file systems need ten times as long for
 * that as memory does.
 */
export async function openMemoryFolder(root: string): Promise<string | undefined> {
  const uid = process.getuid?.()
  if (uid === undefined || !(await hasRoom())) return undefined
  const folder = nameMemoryFolder(root, uid)
  // Everybody may write there, and may have been quicker: only a folder of this user is safe.
  const own = dirname(folder)
  await makeFolder(own)
  if (!(await isOurs(own, uid))) return undefined
  await makeFolder(folder)
  await writeFile(join(folder, rootFile), root)
  return folder
}

/** The folder in memory that a project has, if it has one: undefined where it cannot have any. */
export async function locateMemoryFolder(root: string): Promise<string | undefined> {
  const uid = process.getuid?.()
  if (uid === undefined) return undefined
  const folder = nameMemoryFolder(root, uid)
  const isThere = await isOurs(dirname(folder), uid).catch(() => false)
  return isThere ? folder : undefined
}

function nameMemoryFolder(root: string, uid: number): string {
  return join(memory, `database-as-code-${String(uid)}`, nameFor(root))
}

/**
 * The folders next to `folder` whose projects no longer exist: files that a killed server left there.
 */
export async function listOrphans(folder: string): Promise<string[]> {
  const orphans: string[] = []
  for (const name of (await readdir(dirname(folder))).toSorted()) {
    const other = join(dirname(folder), name)
    const root = await loadIfThere(join(other, rootFile))
    // One without that file is being made at this moment.
    if (root !== undefined && (await isGone(root.toString('utf8')))) orphans.push(other)
  }
  return orphans
}

/** Says in a project's folder where the project lies. */
const rootFile = 'root'

async function isGone(path: string): Promise<boolean> {
  return lstat(path).then(
    () => false,
    (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT',
  )
}

async function hasRoom(): Promise<boolean> {
  const found = await statfs(memory).catch(() => undefined)
  if (found?.type !== tmpfs) return false
  return found.bavail * found.bsize >= wanted && process.availableMemory() >= wanted
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { mode: 0o755 }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return
    throw error
  })
}

async function isOurs(path: string, uid: number): Promise<boolean> {
  const found = await lstat(path)
  const othersMayWrite = (found.mode & (constants.S_IWGRP | constants.S_IWOTH)) !== 0
  return found.isDirectory() && found.uid === uid && !othersMayWrite
}
