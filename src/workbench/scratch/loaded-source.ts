import { join } from 'node:path'
import { checkSeal, loadMigrations } from '../../files/migrations.ts'
import type { MigrationFolder } from '../../files/migrations.ts'
import { loadIfThere } from '../../files/read-text.ts'
import { loadSchemaFiles } from '../../files/schema/schema-files.ts'
import type { SchemaFiles } from '../../files/schema/schema-files.ts'
import type { Source } from '../../files/source.ts'
import { loadSqlFile } from './sql-file.ts'
import type { SqlFile } from './sql-file.ts'

/** A source that is made of files, as they were when they were loaded. */
export type FileSource =
  | { readonly kind: 'file'; readonly file: SqlFile }
  | { readonly kind: 'schema'; readonly files: SchemaFiles }
  | { readonly kind: 'migrations'; readonly folder: MigrationFolder }

/** A source of which everything is loaded that is not in a database. */
export type LoadedSource = FileSource | Extract<Source, { readonly kind: 'url' }>

/** Loads the files of a source. Throws UserError for what is not there, and for migrations that are not as they were sealed. */
export async function loadSource(source: Source): Promise<LoadedSource> {
  switch (source.kind) {
    case 'url':
      return source
    case 'file':
      return { kind: 'file', file: await loadSqlFile(source.path) }
    case 'schema':
      return { kind: 'schema', files: await loadSchemaFiles(source.folder) }
    case 'migrations':
      return { kind: 'migrations', folder: await loadSealed(source.folder) }
    default:
      return source satisfies never
  }
}

/** Other tools' folders need no seal; one that is there must hold. */
async function loadSealed(path: string): Promise<MigrationFolder> {
  const folder = await loadMigrations(path)
  if ((await loadIfThere(join(path, 'atlas.sum'))) !== undefined) await checkSeal(folder)
  return folder
}
