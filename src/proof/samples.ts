import { join } from 'node:path'
import { listFolder } from '../files/list-folder.ts'
import { decodeText, readIfThere } from '../files/read-text.ts'
import { SQLErrorCode, isSQLError, sendText } from '../postgres/connect.ts'
import type { Queryable } from '../postgres/connect.ts'
import { messageLine } from '../postgres/server-error.ts'

/** Rows for a table: `samples/<table>.sql`, named as schema files are. */
interface Sample {
  /** The qualified name, not quoted. */
  readonly table: string
  readonly path: string
  readonly text: string
}

/** Why a table's sample rows are not there, by qualified name; tables without a file are not in it. */
export type Unloaded = ReadonlyMap<string, string>

/**
 * Loads the sample rows of a folder into the tables that are there. A file that refers to rows of another one is tried
 * again after it. Rows that do not load are no error: they may be made for another state than this one.
 */
export async function loadSamples(db: Queryable, folder: string): Promise<Unloaded> {
  const unloaded = new Map<string, string>()
  let waiting = await readSamples(folder)
  while (waiting.length > 0) {
    const left: Sample[] = []
    for (const sample of waiting) {
      const reason = await load(db, sample)
      if (reason === undefined) unloaded.delete(sample.table)
      else unloaded.set(sample.table, reason.message)
      if (reason?.again === true) left.push(sample)
    }
    if (left.length === waiting.length) break
    waiting = left
  }
  return unloaded
}

async function readSamples(folder: string): Promise<Sample[]> {
  const entries = (await listFolder(folder)) ?? []
  const names = entries.map(({ name }) => name).filter((name) => name.endsWith('.sql'))
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name)
      const own = name.slice(0, -'.sql'.length)
      const text = decodeText((await readIfThere(path)) ?? Buffer.from(''), path)
      return { table: own.includes('.') ? own : `public.${own}`, path, text }
    }),
  )
}

async function load(
  db: Queryable,
  { text }: Sample,
): Promise<{ readonly message: string; readonly again: boolean } | undefined> {
  try {
    await db.tx(async (tx) => sendText(tx, text))
    return undefined
  } catch (error) {
    if (!isSQLError(error)) throw error
    return { message: messageLine(error), again: error.code === SQLErrorCode.FOREIGN_KEY_VIOLATION }
  }
}
