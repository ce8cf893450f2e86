import { UserError } from '../../errors.ts'
import { parseDirectives } from '../../sql/directives.ts'
import type { Declaration } from '../../sql/directives.ts'
import { once } from '../once.ts'
import { hashParts, listTree, loadTree } from '../read-tree.ts'
import { checkSchemaFile } from './schema-check.ts'
import type { CheckedFile, SchemaFile } from './schema-check.ts'
import { findDoubles } from './schema-doubles.ts'
import { collectNames, describeUnqualified } from './schema-names.ts'
import { findOwners } from './schema-owners.ts'
import { splitSchemaFolder } from './schema-read.ts'
import type { SchemaFolder } from './schema-read.ts'
import { toLoad } from './schema-statement.ts'
import type { SchemaStatement } from './schema-statement.ts'

export type { SchemaStatement }

/** The schema files of a folder as they were when they were loaded. Each question is answered once, from those texts. */
export interface SchemaFiles {
  /** Names the paths and bytes of all files. */
  readonly hash: string
  /** The files, split, in byte order of their paths. Throws UserError when the folder is not there. */
  readonly files: () => Promise<readonly SchemaFile[]>
  /**
   * Every problem: a syntax error, a statement that is not about the object that its path names, a name without schema,
   * two files with one object, a directive that is none, a folder or file that has no place.
   */
  readonly problems: () => Promise<readonly string[]>
  /** What is to be loaded. Throws UserError with every problem. */
  readonly statements: () => Promise<readonly SchemaStatement[]>
  /** What the files declare, with their directives. Throws UserError for a directive that is none. */
  readonly declarations: () => Promise<readonly Declaration[]>
}

/** Reads the schema files of a folder. They are parsed when somebody asks. */
export async function loadSchemaFiles(folder: string): Promise<SchemaFiles> {
  const tree = await loadTree(folder)
  const split = once(async () => splitSchemaFolder(folder, tree))
  const directives = once(async () =>
    Promise.all((await split()).files.map(async (file) => parseDirectives(file))),
  )
  const checked = once(async () => checkFolder(await split(), await directives()))
  return {
    hash: hashParts(listTree(folder, tree ?? [])),
    files: async () => (await split()).files,
    problems: async () => (await checked()).problems,
    statements: once(async () => listStatements(await checked())),
    declarations: async () => listDeclarations(await directives()),
  }
}

interface CheckedFolder {
  readonly checked: readonly (CheckedFile & { readonly file: SchemaFile })[]
  readonly problems: readonly string[]
}

type Directives = Awaited<ReturnType<typeof parseDirectives>>

function checkFolder(
  { files, problems }: SchemaFolder,
  directives: readonly Directives[],
): CheckedFolder {
  const owners = findOwners(files.flatMap(({ statements }) => statements.map(({ tree }) => tree)))
  const checked = files.map((file) => ({ file, ...checkSchemaFile(file, owners) }))
  const declared = collectNames(checked.flatMap(({ statements }) => statements))
  const all = [
    ...problems,
    ...findDoubles(files),
    ...checked.flatMap((each) => [
      ...each.problems,
      ...each.statements.flatMap(({ statement }) =>
        describeUnqualified(each.file, statement, declared),
      ),
    ]),
    ...directives.flatMap((each) => each.problems),
  ]
  return { checked, problems: all }
}

async function listStatements({ checked, problems }: CheckedFolder): Promise<SchemaStatement[]> {
  refuse(problems)
  const statements = await Promise.all(
    checked.flatMap(({ file, statements: own }) =>
      own.map(async (each) => toLoad(each.statement, each.subject, file.text)),
    ),
  )
  return statements.flat()
}

function listDeclarations(directives: readonly Directives[]): readonly Declaration[] {
  refuse(directives.flatMap(({ problems }) => problems))
  return directives.flatMap(({ declarations }) => declarations)
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new UserError(problems.join('\n'))
}
