import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { UserError } from '../errors.ts'

/**
 * Lists a folder's entries in byte order of their names, or answers undefined when it does not exist. Throws
 * UserError when it is a file or may not be read.
 */
export async function listFolder(path: string): Promise<Dirent[] | undefined> {
  try {
    const entries = await readdir(path, { withFileTypes: true })
    return entries.toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return undefined
    const reason = unreadable[String(code)]
    throw reason === undefined ? error : new UserError(`${path}: ${reason}`, { cause: error })
  }
}

const unreadable: Readonly<Record<string, string>> = {
  ENOTDIR: 'a file, where a folder should be.',
  EACCES: 'you may not read this folder. Change its rights, or become its owner.',
}
