import { UserError } from '../../errors.ts'
import { refusePsql } from '../../sql/scan/psql-text.ts'
import { splitStatements } from '../../sql/scan/split.ts'
import { inTurns } from '../in-turns.ts'
import { decodeText } from '../read-text.ts'
import type { TreeEntry } from '../read-tree.ts'
import type { SchemaFile } from './schema-check.ts'
import { folders, isFolder } from '../../sql/parsed/schema-places.ts'
import type { Folder } from '../../sql/parsed/schema-places.ts'

/** The schema files of a folder, and a sentence for each file or folder that is none. */
export interface SchemaFolder {
  /** In byte order of their paths. */
  readonly files: readonly SchemaFile[]
  readonly problems: readonly string[]
}

/** Splits every file of a schema that was read. Throws UserError when the folder is not there. */
export async function splitSchemaFolder(
  folder: string,
  tree: readonly TreeEntry[] | undefined,
): Promise<SchemaFolder> {
  if (tree === undefined) {
    throw new UserError(
      `${folder}: no such folder. It should hold the schema files: ${Object.keys(folders).join(', ')}.`,
    )
  }
  return mergeEach(tree, splitTopEntry)
}

async function mergeEach(
  entries: readonly TreeEntry[],
  split: (entry: TreeEntry) => Promise<SchemaFolder>,
): Promise<SchemaFolder> {
  return merge(await inTurns(entries, split))
}

async function splitTopEntry(entry: TreeEntry): Promise<SchemaFolder> {
  const { name, path } = entry
  if (isAside(name)) return nothing
  if (!('entries' in entry)) {
    return problem(
      `${path}: a schema file must be in the folder of its kind: ${Object.keys(folders).join(', ')}.`,
    )
  }
  if (!isFolder(name)) {
    return problem(
      `${path}: not a folder of a schema. The folders are ${Object.keys(folders).join(', ')}.`,
    )
  }
  const files = entry.entries.filter((each) => !isAside(each.name))
  return mergeEach(files, async (file) => splitFile(name, file))
}

async function splitFile(folder: Folder, entry: TreeEntry): Promise<SchemaFolder> {
  const { name, path } = entry
  if ('entries' in entry) return problem(`${path}: the folders of the schema hold no folders.`)
  if (!name.endsWith('.sql')) {
    return problem(`${path}: not a .sql file, so it would be ignored. Rename or remove it.`)
  }
  if (entry.bytes === undefined)
    return problem(entry.problem ?? `${path}: a link to a file that is not there.`)
  try {
    const text = decodeText(entry.bytes, path)
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
