import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Declaration } from '../../sql/directives.ts'
import { loadIfThere } from '../read-text.ts'
import { engineAtStart, hashParts } from '../read-tree.ts'
import type { SchemaStatement } from './schema-statement.ts'

/** What parsing schema files comes to that have no problem. */
interface ParsedSchema {
  readonly texts: readonly SchemaText[]
  readonly declarations: readonly Declaration[]
}

/** A statement as its author wrote it, and what it is about. */
export type SchemaText = Pick<SchemaStatement, 'subject' | 'sql' | 'leading'>

/** Keeps what schema files came to the last time. Files that changed since are not known. */
export interface SchemaMemo {
  /** `files` names the paths and bytes of all files. */
  readonly recall: (files: string) => Promise<ParsedSchema | undefined>
  readonly keep: (files: string, parsed: ParsedSchema) => Promise<void>
}

/**
 * A memo in a file below a project's root, for the schema files of a folder as this engine parses them. To parse the
 * files takes a quarter of the time of a plan.
 */
export function memoIn(root: string, folder: string): SchemaMemo {
  const path = join(root, '.local', 'parsed-schema.json')
  const nameOf = (files: string): string => hashParts([folder, files, engineAtStart()])
  return {
    recall: async (files) => {
      const kept = parseKept(await loadIfThere(path).catch(() => undefined))
      return kept?.name === nameOf(files) ? kept.parsed : undefined
    },
    keep: async (files, parsed) => {
      await writeWhole(path, JSON.stringify({ name: nameOf(files), parsed } satisfies Kept))
    },
  }
}

interface Kept {
  readonly name: string
  readonly parsed: ParsedSchema
}

/** A file that was written by something else is none. */
function parseKept(bytes: Buffer | undefined): Kept | undefined {
  try {
    return bytes === undefined ? undefined : JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

/** Others may read it at the same time. Where it cannot be written the files are parsed again, that is all. */
async function writeWhole(path: string, text: string): Promise<void> {
  const own = `${path}.${String(process.pid)}`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(own, text)
    await rename(own, path)
  } catch {}
}
