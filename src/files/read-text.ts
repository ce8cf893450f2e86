import { readFile } from 'node:fs/promises'
import { UserError } from '../errors.ts'

/** Reads a file's bytes, or answers undefined when it does not exist. */
export async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Decodes a file's bytes; throws UserError naming `file` when they are not UTF-8. */
export function decodeText(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    throw new UserError(`${file}: not UTF-8 text. Save the file as UTF-8.`, { cause: error })
  }
}
