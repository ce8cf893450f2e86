import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError, messageOf } from '../errors.ts'
import { compareSeal, parseSeal, renderSeal } from '../files/checksum.ts'
import type { SealDifference } from '../files/checksum.ts'
import { loadMigrations, sealedFiles } from '../files/migrations.ts'
import { decodeText, readIfThere } from '../files/read-text.ts'
import type { Context } from '../files/context.ts'

/** What the seal says now, and which files were not as the old one had them. */
export interface HashResult extends SealDifference {
  /** The path of atlas.sum. */
  readonly path: string
  readonly files: number
  readonly written: boolean
}

/** Writes atlas.sum anew, and says which files are not as the old one had them. A wrong one is replaced. */
export async function hashCommand({ project }: Context): Promise<HashResult> {
  const folder = await loadMigrations(project.folders.migrations)
  const path = join(folder.path, 'atlas.sum')
  const before = await readIfThere(path)
  const text = renderSeal(folder.seal)
  const written = before?.toString('utf8') !== text
  if (written) await write(path, text)
  const sealed = before && readSeal(before, path)
  const difference = compareSeal(sealed ?? { total: '', lines: [] }, sealedFiles(folder))
  return { path, files: folder.migrations.length, written, ...difference }
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text)
  } catch (error) {
    throw new UserError(`${path}: cannot be written: ${messageOf(error)}.`, { cause: error })
  }
}

/** The old seal, or none when it cannot be read: it is replaced. */
function readSeal(bytes: Buffer, path: string): ReturnType<typeof parseSeal> | undefined {
  try {
    return parseSeal(decodeText(bytes, path), path)
  } catch {
    return undefined
  }
}
