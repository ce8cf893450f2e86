import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import type { Dirent } from 'node:fs'
import { join, relative } from 'node:path'
import { UserError } from '../errors.ts'
import { listFolder } from './list-folder.ts'
import { loadIfThere } from './read-text.ts'

/** A folder or a file, as it was when it was read. */
export type TreeEntry =
  | { readonly name: string; readonly path: string; readonly entries: readonly TreeEntry[] }
  | {
      readonly name: string
      readonly path: string
      /** Undefined for a link to a file that is not there, and for a file that cannot be read. */
      readonly bytes: Buffer | undefined
      readonly problem?: string
    }

/** Reads all below a folder but what starts with a dot, in byte order; undefined when the folder is not there. */
export async function loadTree(folder: string): Promise<readonly TreeEntry[] | undefined> {
  const all = await listFolder(folder)
  if (all === undefined) return undefined
  const entries = all.filter(({ name }) => !name.startsWith('.'))
  const read: TreeEntry[] = []
  // A few at a time: a process may not have thousands of files open.
  for (let first = 0; first < entries.length; first += 64) {
    const some = entries.slice(first, first + 64)
    read.push(...(await Promise.all(some.map(async (entry) => loadEntry(folder, entry)))))
  }
  return read
}

async function loadEntry(folder: string, entry: Dirent): Promise<TreeEntry> {
  const { name } = entry
  const path = join(folder, name)
  if (entry.isDirectory()) return { name, path, entries: (await loadTree(path)) ?? [] }
  try {
    return { name, path, bytes: await loadIfThere(path) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { name, path, bytes: undefined, problem: error.message }
  }
}

/** The files of a tree: the path of each from a folder, and its bytes, one letter a byte. */
export function listTree(folder: string, entries: readonly TreeEntry[]): string[] {
  return entries.flatMap((entry) =>
    'entries' in entry
      ? listTree(folder, entry.entries)
      : [relative(folder, entry.path), entry.bytes?.toString('latin1') ?? ''],
  )
}

/**
 * The files below a folder that is there, in byte order: the path of each, its size and its times. A time of change
 * cannot be set by hand, as that of the content can (stat(2)): where all of it is the same, so are the bytes.
 */
function stampTree(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted()
    .flatMap((path) => {
      const { size, mtimeMs, ctimeMs } = statSync(path, { throwIfNoEntry: false }) ?? {}
      return [path, String(size), String(mtimeMs), String(ctimeMs)]
    })
}

/** Names the engine that runs, and the packages that it uses. Asked once: it was loaded when the process began. */
export function engineAtStart(): string {
  return (started ??= stampEngine())
}

let started: string | undefined

/** Names the engine as it is now by its files: to read all of them takes longer than to start. */
export function stampEngine(): string {
  const sources = join(import.meta.dirname, '..')
  const packages = statSync(join(sources, '../node_modules/.package-lock.json'), {
    throwIfNoEntry: false,
  })
  return hashParts([String(packages?.ctimeMs), ...stampTree(sources)])
}

/** A hash of texts, in hexadecimal. Lengths stand before the parts, so that no two lists read the same. */
export function hashParts(parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${String(part.length)}:${part}`)
  return hash.digest('hex')
}
