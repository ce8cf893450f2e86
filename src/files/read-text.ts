import { readFile } from 'node:fs/promises'
import { UserError } from '../errors.ts'

/**
 * Reads a file's bytes, or answers undefined when it does not exist. Throws UserError when it is a folder or
 * may not be read.
 */
export async function loadIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return undefined
    const reason = unreadable[String(code)]
    throw reason === undefined ? error : new UserError(`${path}: ${reason}`, { cause: error })
  }
}

const unreadable: Readonly<Record<string, string>> = {
  EISDIR: 'a folder, where a file should be.',
  EACCES: 'you may not read this file. Change its rights, or become its owner.',
}

/** Decodes a file's bytes; throws UserError naming `file` when they are not UTF-8 without byte order mark. */
export function decodeText(bytes: Buffer, file: string): string {
  const text = decode(bytes, file)
  if (!text.startsWith('\uFEFF')) return text
  throw new UserError(
    `${file}: starts with a byte order mark, which PostgreSQL reads as text. Save the file without it.`,
  )
}

function decode(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    throw new UserError(`${file}: not UTF-8 text. Save the file as UTF-8.`, { cause: error })
  }
}
