import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { UserError } from '../errors.ts'

/** A file to be written, by its whole path. */
export interface NewFile {
  readonly path: string
  readonly text: string
  /** Whether it takes the place of a file that is there. Otherwise that is an error. */
  readonly replaces: boolean
}

/**
 * Writes files so that all of them are there in the end, or none: first under names that nothing reads, then each
 * under its own. Nothing is awaited in between, so that no signal finds half of them. Throws UserError when a file is
 * in the way or the disk refuses; what was written is gone again then.
 */
export function placeFiles(files: readonly NewFile[]): void {
  const drafts: string[] = []
  const placed: string[] = []
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(path), { recursive: true })
      drafts.push(draftOf(path))
      writeFileSync(draftOf(path), text)
    }
    // What replaces a file comes last: until then nothing that was there has changed.
    for (const { path } of files.filter(({ replaces }) => !replaces)) {
      linkSync(draftOf(path), path)
      placed.push(path)
    }
    for (const { path } of files.filter(({ replaces }) => replaces)) renameSync(draftOf(path), path)
  } catch (error) {
    for (const path of placed) rmSync(path, { force: true })
    throw asUserError(error)
  } finally {
    for (const draft of drafts) rmSync(draft, { force: true })
  }
}

function draftOf(path: string): string {
  return `${path}.new`
}

function asUserError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const place = 'dest' in error && typeof error.dest === 'string' ? error.dest : undefined
  const path = place ?? ('path' in error ? String(error.path) : '')
  const reason = reasons[String(error.code)]
  if (reason === undefined) return error
  return new UserError(`${path.replace(/\.new$/, '')}: ${reason} Nothing was written.`, {
    cause: error,
  })
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'is there already.',
  ENOSPC: 'the disk is full.',
  EACCES: 'you may not write here.',
  EPERM: 'you may not write here.',
  EROFS: 'the disk is read-only.',
  ENOTDIR: 'a file stands where a folder should be.',
}
