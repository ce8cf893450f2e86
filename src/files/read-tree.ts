import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { listFolder } from './list-folder.ts'
import { readIfThere } from './read-text.ts'

/** Every file below a folder: its path and its bytes, one letter a byte, in the order of the paths. */
export async function readTree(folder: string): Promise<string[]> {
  const entries = ((await listFolder(folder)) ?? []).filter(({ name }) => !name.startsWith('.'))
  const parts = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return readTree(path)
      return [path, (await readIfThere(path))?.toString('latin1') ?? '']
    }),
  )
  return parts.flat()
}

/** A hash of texts, in hexadecimal. Each part follows its length, so that no two lists have the same text. */
export function hashParts(parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${String(part.length)}:${part}`)
  return hash.digest('hex')
}
