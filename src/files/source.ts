import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { UserError } from '../errors.ts'
import type { SaidSort } from './script-folder.ts'

/** Where a state of a database is found. Paths are absolute. */
export type Source =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'file'; readonly path: string }
  /** A folder of schema files or of migrations; `said` where the person says which. */
  | { readonly kind: 'folder'; readonly folder: string; readonly said: SaidSort }

const sourceForms =
  'a URL of PostgreSQL (postgresql://…), a .sql file, or a folder of schema files or of migrations (schema:FOLDER or migrations:FOLDER says which)'

/**
 * Finds what a text names: a URL, or a path, which is looked for below each of the folders in turn. Throws UserError
 * when it is nothing of the sort, or not there.
 */
export async function locateSource(text: string, folders: readonly string[]): Promise<Source> {
  if (/^postgres(?:ql)?:\/\//.test(text)) return { kind: 'url', url: text }
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(text))
    throw new UserError(
      `${text.replace(/:\/\/.*/s, '://…')}: no such source. It is ${sourceForms}.`,
    )
  const { said, path: given } = saidOf(text)
  for (const folder of folders) {
    const path = resolve(folder, given)
    const found = given === '' ? undefined : await sortOf(path)
    if (found === 'folder') return { kind: 'folder', folder: path, said }
    if (found === 'file') return { kind: 'file', path: refuseOther(path) }
  }
  throw new UserError(`${text}: no such file or folder. A source is ${sourceForms}.`)
}

function saidOf(text: string): { readonly said: SaidSort; readonly path: string } {
  if (text.startsWith('schema:'))
    return { said: 'schema files', path: text.slice('schema:'.length) }
  if (text.startsWith('migrations:'))
    return { said: 'migrations', path: text.slice('migrations:'.length) }
  return { said: undefined, path: text }
}

async function sortOf(path: string): Promise<'file' | 'folder' | undefined> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) return undefined
  return found.isDirectory() ? 'folder' : 'file'
}

function refuseOther(path: string): string {
  if (path.endsWith('.sql')) return path
  throw new UserError(`${path}: not a .sql file. A source is ${sourceForms}.`)
}
