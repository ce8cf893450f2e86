import type { Dirent } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../errors.ts'
import { refusePsql } from '../sql/psql-text.ts'
import { splitStatements } from '../sql/split.ts'
import { listFolder } from './list-folder.ts'
import { decodeText, readIfThere } from './read-text.ts'
import type { SchemaFile } from './schema-check.ts'
import { folders, isFolder } from './schema-folders.ts'
import type { Folder } from './schema-folders.ts'

/** The schema files of a folder, and a sentence for each file or folder that is none. */
export interface SchemaFolder {
  /** In byte order of their paths. */
  readonly files: readonly SchemaFile[]
  readonly problems: readonly string[]
}

/** Reads and splits every file of the schema. Throws UserError when the folder is not there. */
export async function readSchemaFolder(folder: string): Promise<SchemaFolder> {
  const entries = await listFolder(folder)
  if (entries === undefined) {
    throw new UserError(
      `${folder}: no such folder. It should hold the schema files: ${Object.keys(folders).join(', ')}.`,
    )
  }
  const parts = entries.map(async (entry) => readTopEntry(folder, entry))
  return merge(await Promise.all(parts))
}

async function readTopEntry(folder: string, entry: Dirent): Promise<SchemaFolder> {
  const path = join(folder, entry.name)
  if (isAside(entry.name)) return nothing
  if (!entry.isDirectory()) {
    return problem(
      `${path}: a schema file must be in the folder of its kind: ${Object.keys(folders).join(', ')}.`,
    )
  }
  if (!isFolder(entry.name)) {
    return problem(
      `${path}: not a folder of a schema. The folders are ${Object.keys(folders).join(', ')}.`,
    )
  }
  return readKindFolder(path, entry.name)
}

async function readKindFolder(path: string, folder: Folder): Promise<SchemaFolder> {
  const parts: SchemaFolder[] = []
  const entries = ((await listFolder(path)) ?? []).filter(({ name }) => !isAside(name))
  // A few at a time: a process may not have thousands of files open.
  for (let first = 0; first < entries.length; first += 64) {
    const some = entries.slice(first, first + 64)
    parts.push(...(await Promise.all(some.map(async (entry) => readEntry(path, folder, entry)))))
  }
  return merge(parts)
}

async function readEntry(parent: string, folder: Folder, entry: Dirent): Promise<SchemaFolder> {
  const path = join(parent, entry.name)
  if (entry.isDirectory()) return problem(`${path}: the folders of the schema hold no folders.`)
  if (!entry.name.endsWith('.sql')) {
    return problem(`${path}: not a .sql file, so it would be ignored. Rename or remove it.`)
  }
  try {
    const bytes = await readIfThere(path)
    if (bytes === undefined) return problem(`${path}: a link to a file that is not there.`)
    const text = decodeText(bytes, path)
    refusePsql(text, path)
    return {
      files: [{ folder, path, text, statements: await splitStatements(text, path) }],
      problems: [],
    }
  } catch (error) {
    if (error instanceof UserError) return problem(error.message)
    throw error
  }
}

const nothing: SchemaFolder = { files: [], problems: [] }

/** What may be in the folder besides schema files: notes, and names that start with a dot. */
function isAside(name: string): boolean {
  return name.startsWith('.') || name.endsWith('.md')
}

function problem(sentence: string): SchemaFolder {
  return { files: [], problems: [sentence] }
}

function merge(parts: readonly SchemaFolder[]): SchemaFolder {
  return {
    files: parts.flatMap(({ files }) => files),
    problems: parts.flatMap(({ problems }) => problems),
  }
}
