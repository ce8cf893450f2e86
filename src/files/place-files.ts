import { existsSync, linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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
 * Writes files and removes those that are `gone`: all of them or none. Each file is written under a temporary name
 * and then renamed. Nothing is awaited in between, so that a signal never interrupts it halfway. Throws UserError
 * when a file blocks a name or the disk refuses. Then everything is as before.
 */
export function placeFiles(files: readonly NewFile[], gone: readonly string[] = []): void {
  const done: Done = { drafts: [], placed: [], kept: [] }
  try {
    writeDrafts(files, done)
    placeNew(files, done)
    // Removed and replaced files come last. Each keeps a copy until all is done.
    replace(files, gone, done)
  } catch (error) {
    for (const path of done.placed) rmSync(path, { force: true })
    for (const path of done.kept) renameSync(oldOf(path), path)
    throw asUserError(error)
  } finally {
    for (const path of done.kept) rmSync(oldOf(path), { force: true })
    for (const draft of done.drafts) rmSync(draft, { force: true })
  }
}

/** What was done so far, and is to be undone when the rest fails. */
interface Done {
  readonly drafts: string[]
  /** New files under their own names. */
  readonly placed: string[]
  /** Files whose old self is kept. */
  readonly kept: string[]
}

function writeDrafts(files: readonly NewFile[], { drafts }: Done): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true })
    drafts.push(draftOf(path))
    writeFileSync(draftOf(path), text)
  }
}

function placeNew(files: readonly NewFile[], { placed }: Done): void {
  for (const { path, replaces } of files) {
    if (replaces) continue
    linkSync(draftOf(path), path)
    placed.push(path)
  }
}

function replace(files: readonly NewFile[], gone: readonly string[], { placed, kept }: Done): void {
  const replaced = files.filter(({ replaces }) => replaces).map(({ path }) => path)
  for (const path of [...replaced, ...gone]) if (keep(path)) kept.push(path)
  for (const path of gone) rmSync(path)
  for (const path of replaced) {
    renameSync(draftOf(path), path)
    if (!kept.includes(path)) placed.push(path)
  }
}

/** Gives a file a second name, by which it can come back; false when there is no such file. */
function keep(path: string): boolean {
  if (!existsSync(path)) return false
  rmSync(oldOf(path), { force: true })
  linkSync(path, oldOf(path))
  return true
}

function draftOf(path: string): string {
  return `${path}.new`
}

function oldOf(path: string): string {
  return `${path}.old`
}

function asUserError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const place = 'dest' in error && typeof error.dest === 'string' ? error.dest : undefined
  const path = place ?? ('path' in error ? String(error.path) : '')
  const reason = reasons[String(error.code)]
  if (reason === undefined) return error
  return new UserError(`${path.replace(/\.(?:new|old)$/, '')}: ${reason} Nothing was written.`, {
    cause: error,
  })
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'is there already.',
  ENOSPC: 'the disk is full.',
  EACCES: 'you may not write here.',
  EPERM: 'you may not write here.',
  EROFS: 'the disk is read-only.',
  ENOTDIR: 'this is a file, and should be a folder.',
  EISDIR: 'this is a folder, and should be a file.',
}
