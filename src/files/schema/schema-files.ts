import { UserError } from '../../errors.ts'
import { parseDirectives } from '../../sql/directives.ts'
import type { Declaration } from '../../sql/directives.ts'
import { inTurns } from '../in-turns.ts'
import { once } from '../once.ts'
import { hashParts, listTree, loadTree } from '../read-tree.ts'
import { checkSchemaFile } from './schema-check.ts'
import type { CheckedFile, SchemaFile } from './schema-check.ts'
import { findDoubles } from './schema-doubles.ts'
import { collectNames, describeUnqualified } from './schema-names.ts'
import { findOwners } from './schema-owners.ts'
import { splitSchemaFolder } from './schema-read.ts'
import type { SchemaFolder } from './schema-read.ts'
import type { SchemaMemo, SchemaText } from './schema-memo.ts'
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
  /** The same as their authors wrote them. */
  readonly texts: () => Promise<readonly SchemaText[]>
  /** What the files declare, with their directives. Throws UserError for a directive that is none. */
  readonly declarations: () => Promise<readonly Declaration[]>
}

/** Reads the schema files of a folder. They are parsed when somebody asks, and what a memo knows is not parsed. */
export async function loadSchemaFiles(folder: string, memo?: SchemaMemo): Promise<SchemaFiles> {
  const tree = await loadTree(folder)
  const hash = hashParts(listTree(folder, tree ?? []))
  const split = once(async () => splitSchemaFolder(folder, tree))
  const directives = once(async () => inTurns((await split()).files, parseDirectives))
  const checked = once(async () => checkFolder(await split(), await directives()))
  const statements = once(async () => listStatements(await checked()))
  // A folder that is not there has the hash of an empty one.
  const known = once(async () => (tree === undefined ? undefined : memo?.recall(hash)))
  const texts = once(async () => {
    const recalled = await known()
    if (recalled !== undefined) return recalled.texts
    const parsed = {
      texts: textsOf(await statements()),
      declarations: listDeclarations(await directives()),
    }
    await memo?.keep(hash, parsed)
    return parsed.texts
  })
  return {
    hash,
    files: async () => (await split()).files,
    problems: async () => (await checked()).problems,
    statements,
    texts,
    declarations: async () => (await known())?.declarations ?? listDeclarations(await directives()),
  }
}

function textsOf(statements: readonly SchemaStatement[]): SchemaText[] {
  return statements.map(({ subject, sql, leading }) => ({ subject, sql, leading }))
}

interface CheckedFolder {
  readonly checked: readonly (CheckedFile & { readonly file: SchemaFile })[]
  readonly problems: readonly string[]
}

type Directives = Awaited<ReturnType<typeof parseDirectives>>

async function checkFolder(
  { files, problems }: SchemaFolder,
  directives: readonly Directives[],
): Promise<CheckedFolder> {
  const owners = findOwners(files.flatMap(({ statements }) => statements.map(({ tree }) => tree)))
  const checked = await inTurns(files, (file) => ({ file, ...checkSchemaFile(file, owners) }))
  const declared = collectNames(checked.flatMap(({ statements }) => statements))
  const found = await inTurns(checked, (each) => [
    ...each.problems,
    ...each.statements.flatMap(({ statement }) =>
      describeUnqualified(each.file, statement, declared),
    ),
  ])
  const all = [
    ...problems,
    ...findDoubles(files),
    ...found.flat(),
    ...directives.flatMap((each) => each.problems),
  ]
  return { checked, problems: all }
}

async function listStatements({ checked, problems }: CheckedFolder): Promise<SchemaStatement[]> {
  refuse(problems)
  const statements = await inTurns(checked, async ({ file, statements: own }) =>
    Promise.all(own.map(async (each) => toLoad(each.statement, each.subject, file.text))),
  )
  return statements.flat(2)
}

function listDeclarations(directives: readonly Directives[]): readonly Declaration[] {
  refuse(directives.flatMap(({ problems }) => problems))
  return directives.flatMap(({ declarations }) => declarations)
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new UserError(problems.join('\n'))
}
