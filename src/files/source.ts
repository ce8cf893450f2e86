import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { UserError } from '../errors.ts'
import { listFolder } from './list-folder.ts'

/** Where a state of a database is found. Paths are absolute. */
export type Source =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'file'; readonly path: string }
  /** A folder of schema files, in whatever order. */
  | { readonly kind: 'schema'; readonly folder: string }
  /** A folder of migrations, which are run in their order. */
  | { readonly kind: 'migrations'; readonly folder: string }

const sourceForms =
  'a URL of PostgreSQL (postgresql://…), a .sql file, a folder of schema files, or a folder of migrations (NNN_name.sql, or with atlas.sum)'

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
  for (const folder of folders) {
    const path = resolve(folder, text)
    const found = text === '' ? undefined : await sortOf(path)
    if (found === 'folder') return sortFolder(path)
    if (found === 'file') return { kind: 'file', path: refuseOther(path) }
  }
  throw new UserError(`${text}: no such file or folder. A source is ${sourceForms}.`)
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

/** Schema files lie in a folder for each kind; migrations lie side by side, each with a number in front. */
async function sortFolder(folder: string): Promise<Source> {
  const names = ((await listFolder(folder)) ?? []).map(({ name }) => name)
  const texts = names.filter((name) => name.endsWith('.sql'))
  const numbered = texts.filter((name) => /^\d+_/.test(name))
  if (names.includes('atlas.sum') || numbered.length > 0) return { kind: 'migrations', folder }
  const [first] = texts
  if (first !== undefined) {
    throw new UserError(
      `${join(folder, first)}: neither a migration, which starts with a number (001_${first}), nor a schema file, ` +
        'which is in the folder of its kind (tables/, functions/, …).',
    )
  }
  const isEmpty = names.every(
    (name) => name.startsWith('.') || name.endsWith('.md') || name === 'down',
  )
  return isEmpty ? { kind: 'migrations', folder } : { kind: 'schema', folder }
}
