import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError, messageOf } from '../errors.ts'
import { compareSeal, parseSeal, renderSeal } from '../files/checksum.ts'
import type { SealDifference, SealedFile } from '../files/checksum.ts'
import { compareMergedSeal, firstEdited, parseMergedSeal } from '../files/merged-seal.ts'
import { loadMigrations, sealedFiles } from '../files/migrations.ts'
import { decodeText, loadIfThere } from '../files/read-text.ts'
import type { Project } from '../files/project.ts'

/** What the seal says now, and which files were not as the old one had them. */
export interface HashResult extends SealDifference {
  /** The path of atlas.sum. */
  readonly path: string
  readonly files: number
  readonly written: boolean
}

/** Writes atlas.sum again, and lists the files that differ from the old one. A wrong one is replaced. */
export async function hashCommand({ project }: { readonly project: Project }): Promise<HashResult> {
  const folder = await loadMigrations(project.folders.migrations)
  const path = join(folder.path, 'atlas.sum')
  const before = await loadIfThere(path)
  const text = renderSeal(folder.seal)
  const written = before?.toString('utf8') !== text
  if (written) await write(path, text)
  const difference = compare(before ?? Buffer.from(''), path, sealedFiles(folder))
  return { path, files: folder.migrations.length, written, ...difference }
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text)
  } catch (error) {
    throw new UserError(`${path}: cannot be written: ${messageOf(error)}.`, { cause: error })
  }
}

/**
 * How the files differ from the old seal, which a merge may have left in conflict. One that cannot be read says
 * nothing of them.
 */
function compare(bytes: Buffer, path: string, files: readonly SealedFile[]): SealDifference {
  try {
    return compareSeal(parseSeal(decodeText(bytes, path), path), files)
  } catch {
    return compareMerged(bytes, path, files)
  }
}

function compareMerged(bytes: Buffer, path: string, files: readonly SealedFile[]): SealDifference {
  try {
    const lines = parseMergedSeal(decodeText(bytes, path), path)
    const difference = compareMergedSeal(lines, files)
    return { ...difference, edited: firstEdited(difference) }
  } catch {
    return compareSeal({ total: '', lines: [] }, files)
  }
}
