import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** The project's root. */
export const home = join(import.meta.dirname, '../..')

/** What git ignores, and git itself. */
const ignored =
  /^(node_modules|\.git|\.local|\.vitest|\.temp|coverage|\.env(?!\.example).*|.*\.log)$/

/** The files below a folder of the project that git may track, by their paths from the root, sorted. */
export async function filesBelow(folder: string, ending = ''): Promise<string[]> {
  const entries = await readdir(join(home, folder), { withFileTypes: true }).catch(() => [])
  const found = await Promise.all(
    entries
      .filter(({ name }) => !ignored.test(name))
      .map(async (entry) => {
        const path = join(folder, entry.name)
        if (entry.isDirectory()) return filesBelow(path, ending)
        return entry.isFile() && path.endsWith(ending) ? [path] : []
      }),
  )
  return found.flat().toSorted()
}
