import { UserError } from '../errors.ts'
import { readDirectives } from '../sql/directives.ts'
import type { Declaration } from '../sql/directives.ts'
import { placeOf } from '../sql/place.ts'
import { splitForeignKeys } from '../sql/foreign-keys.ts'
import type { SplitKey } from '../sql/foreign-keys.ts'
import type { Statement } from '../sql/split.ts'
import type { Subject } from '../sql/statement-subject.ts'
import { checkSchemaFile } from './schema-check.ts'
import type { CheckedFile, CheckedStatement, SchemaFile } from './schema-check.ts'
import { findDoubles } from './schema-doubles.ts'
import { homes } from './schema-folders.ts'
import type { Phase } from './schema-folders.ts'
import { collectNames, describeUnqualified } from './schema-names.ts'
import { findOwners } from './schema-owners.ts'
import { readSchemaFolder } from './schema-read.ts'

/** One statement of a schema file, ready to be loaded. A foreign key inside `create table` is a separate statement. */
export interface SchemaStatement extends Statement {
  readonly phase: Phase
  readonly subject: Subject
  /** The text of the whole file, for carets. */
  readonly source: string
  /** What PostgreSQL gets. After its first `shift` characters, each character has the same place as in `text`. */
  readonly sql: string
  readonly shift: number
}

/**
 * Loads the schema files of a folder, in byte order of their paths. Throws UserError with every problem found: a
 * syntax error, a statement that is not about the object that its path names, a name without schema, two
 * files with one object, a directive that is none, a folder or file that has no place.
 */
export async function loadSchemaFiles(folder: string): Promise<SchemaStatement[]> {
  const { checked, problems } = await checkFolder(folder)
  if (problems.length > 0) throw new UserError(problems.join('\n'))
  const statements = await Promise.all(
    checked.flatMap(({ file, statements: own }) => own.map(async (each) => toLoad(file, each))),
  )
  return statements.flat()
}

/** The problems for which loadSchemaFiles would refuse a folder: one each, with its place. */
export async function findSchemaProblems(folder: string): Promise<readonly string[]> {
  return (await checkFolder(folder)).problems
}

interface CheckedFolder {
  readonly checked: readonly (CheckedFile & { readonly file: SchemaFile })[]
  readonly problems: readonly string[]
}

async function checkFolder(folder: string): Promise<CheckedFolder> {
  const { files, problems } = await readSchemaFolder(folder)
  const owners = findOwners(files.flatMap(({ statements }) => statements.map(({ tree }) => tree)))
  const checked = files.map((file) => ({ file, ...checkSchemaFile(file, owners) }))
  const declared = collectNames(checked.flatMap(({ statements }) => statements))
  const directives = await Promise.all(files.map(async (file) => readDirectives(file)))
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

/** What the schema files of a folder declare, with their directives. Throws UserError for a directive that is none. */
export async function loadDeclarations(folder: string): Promise<Declaration[]> {
  const { files } = await readSchemaFolder(folder)
  const read = await Promise.all(files.map(async (file) => readDirectives(file)))
  const problems = read.flatMap((each) => each.problems)
  if (problems.length > 0) throw new UserError(problems.join('\n'))
  return read.flatMap(({ declarations }) => declarations)
}

async function toLoad(
  file: SchemaFile,
  { statement, subject }: CheckedStatement,
): Promise<SchemaStatement[]> {
  const { phase } = homes[subject.sort]
  const whole = { ...statement, phase, subject, source: file.text, sql: statement.text, shift: 0 }
  if (statement.node !== 'CreateStmt' || !/\breferences\b/i.test(statement.text)) return [whole]
  const { text, keys } = await splitForeignKeys(statement.text)
  return [{ ...whole, sql: text }, ...keys.map((key) => keyToLoad(whole, key))]
}

function keyToLoad(table: SchemaStatement, { prefix, text, offset }: SplitKey): SchemaStatement {
  const start = table.offset + offset
  return {
    ...table,
    ...placeOf(table.source, start),
    text,
    leading: '',
    offset: start,
    phase: 'foreign keys',
    subject: { sort: 'alter table add foreign key', objects: table.subject.objects },
    sql: prefix + text,
    shift: Array.from(prefix).length,
  }
}
