import { join } from 'node:path'
import { listFolder } from '../../files/list-folder.ts'
import { checkSeal, loadMigrations } from '../../files/migrations.ts'
import type { MigrationFolder } from '../../files/migrations.ts'
import type { Project } from '../../files/project.ts'
import { loadIfThere } from '../../files/read-text.ts'
import { loadSchemaFiles } from '../../files/schema/schema-files.ts'
import type { SchemaFiles } from '../../files/schema/schema-files.ts'
import { loadScriptFolder } from '../../files/script-folder.ts'
import type { ScriptFolder } from '../../files/script-folder.ts'
import type { Source } from '../../files/source.ts'
import { isFolder } from '../../sql/parsed/schema-places.ts'
import { loadSqlFile, parseSqlFile } from './sql-file.ts'
import type { SqlFile } from './sql-file.ts'

/** A source that is made of files, as they were when they were loaded. */
export type FileSource =
  | { readonly kind: 'file'; readonly file: SqlFile }
  | { readonly kind: 'schema'; readonly files: SchemaFiles }
  | { readonly kind: 'migrations'; readonly folder: MigrationFolder }
  | Scripts

/** A folder of somebody, of which the files are ready to be sent. */
export interface Scripts extends Omit<ScriptFolder, 'files'> {
  readonly files: readonly SqlFile[]
}

/** A source of which everything is loaded that is not in a database. */
export type LoadedSource = FileSource | Extract<Source, { readonly kind: 'url' }>

/** Loads the files of a source. Throws UserError for what is not there, and for migrations that are not as they were sealed. */
export async function loadSource(
  source: Source,
  own: Pick<Project['folders'], 'schema' | 'migrations'>,
): Promise<LoadedSource> {
  switch (source.kind) {
    case 'url':
      return source
    case 'file':
      return { kind: 'file', file: await loadSqlFile(source.path) }
    case 'folder':
      return loadFolder(source, own)
    default:
      return source satisfies never
  }
}

type Own = Parameters<typeof loadSource>[1]

/** This project's folders keep its rules; others are read as they are. */
async function loadFolder(
  { folder, said }: Extract<Source, { readonly kind: 'folder' }>,
  own: Own,
): Promise<FileSource> {
  if (said !== 'migrations') {
    if (folder === own.schema) return { kind: 'schema', files: await loadSchemaFiles(folder) }
    const files = await loadSubjectFiles(folder)
    if (files !== undefined) return { kind: 'schema', files }
  }
  if (said !== 'schema files' && (folder === own.migrations || (await isBare(folder))))
    return { kind: 'migrations', folder: await loadSealed(folder) }
  const found = await loadScriptFolder(folder, said)
  if (found.sort === 'migrations') await checkOwnSeal(folder)
  const parsed = found.files.map(async ({ text, path }) => parseSqlFile(text, path))
  return { ...found, files: await Promise.all(parsed) }
}

/** A folder that follows this project's layout: a folder a kind, one subject a file. Undefined for any other one. */
async function loadSubjectFiles(folder: string): Promise<SchemaFiles | undefined> {
  const names = await namesIn(folder)
  if (names.length === 0 || !names.every(isFolder)) return undefined
  const files = await loadSchemaFiles(folder)
  return (await files.problems()).length === 0 ? files : undefined
}

/** No file yet, or that of a folder whose migrations were all rolled back. */
async function isBare(folder: string): Promise<boolean> {
  return (await namesIn(folder)).every((name) => name === 'down' || name === 'atlas.sum')
}

async function namesIn(folder: string): Promise<string[]> {
  const names = ((await listFolder(folder)) ?? []).map(({ name }) => name)
  return names.filter((name) => !name.startsWith('.') && !name.endsWith('.md'))
}

/** Other tools' folders need no seal; one that is there must hold. */
async function loadSealed(path: string): Promise<MigrationFolder> {
  const folder = await loadMigrations(path)
  if (await isSealed(path)) await checkSeal(folder)
  return folder
}

async function checkOwnSeal(path: string): Promise<void> {
  if (await isSealed(path)) await checkSeal(await loadMigrations(path))
}

async function isSealed(path: string): Promise<boolean> {
  return (await loadIfThere(join(path, 'atlas.sum'))) !== undefined
}
