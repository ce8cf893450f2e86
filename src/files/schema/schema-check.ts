import { basename } from 'node:path'
import { noPlaceFor, refusalOf } from '../../sql/parsed/schema-file-rules.ts'
import { showName } from '../../sql/parsed/object-name.ts'
import type { ObjectName } from '../../sql/parsed/object-name.ts'
import { renderCaret } from '../../sql/scan/place.ts'
import type { Statement } from '../../sql/scan/split.ts'
import { subjectOf } from '../../sql/parsed/subject.ts'
import type { Subject, SubjectObject } from '../../sql/parsed/statement-subject.ts'
import { folders } from '../../sql/parsed/schema-places.ts'
import type { Folder } from '../../sql/parsed/schema-places.ts'
import { fileNameOf, isFileNameOf } from './schema-file-name.ts'
import { ownerOf } from './schema-owners.ts'
import type { Owners } from './schema-owners.ts'

/** A schema file, read and split. */
export interface SchemaFile {
  readonly folder: Folder
  /** The path as messages print it. */
  readonly path: string
  readonly text: string
  readonly statements: readonly Statement[]
}

/** A statement that has its place: it is about the object that its file's path names. */
export interface CheckedStatement {
  readonly statement: Statement
  readonly subject: Subject
}

/** What a check found: the statements that are right, and a sentence for each that is not. */
export interface CheckedFile {
  readonly statements: readonly CheckedStatement[]
  readonly problems: readonly string[]
}

/** Checks that every statement of a file says plainly what is, about the one object that the path names. */
export function checkSchemaFile(file: SchemaFile, owners: Owners): CheckedFile {
  const checked = file.statements.map((statement) => {
    const subject = subjectOf(statement.tree)
    const problem =
      subject === undefined
        ? (refusalOf(statement.tree) ?? noPlaceFor(statement.node))
        : (refusalOf(statement.tree) ?? problemOf(subject, file, owners))
    return { statement, subject, problem }
  })
  const statements = checked.flatMap(({ statement, subject, problem }) =>
    subject === undefined || problem !== undefined ? [] : [{ statement, subject }],
  )
  const problems = checked.flatMap(({ statement, problem }) =>
    problem === undefined ? [] : [describeProblem(file, statement.offset, { statement, problem })],
  )
  return { statements, problems: problems.length > 0 ? problems : countProblems(file, statements) }
}

/** A problem at a place of a file: `file:line:column: sentence` and the line with a caret. */
function describeProblem(
  file: SchemaFile,
  offset: number,
  { statement, problem }: { readonly statement: Statement; readonly problem: string },
): string {
  return `${file.path}:${statement.line}:${statement.column}: ${problem}\n${renderCaret(file.text, offset)}`
}

function problemOf(subject: Subject, file: SchemaFile, owners: Owners): string | undefined {
  for (const object of subject.objects) {
    const problem = objectProblem(object, { subject, file, owners })
    if (problem !== undefined) return problem
  }
  return undefined
}

interface Context {
  readonly subject: Subject
  readonly file: SchemaFile
  readonly owners: Owners
}

function objectProblem(object: SubjectObject, context: Context): string | undefined {
  const allowed = context.subject.folders
  if (allowed.some((folder) => folders[folder].qualified) && object.schema === undefined) {
    return `${object.name} has no schema. Write it in front: public.${object.name}.`
  }
  const owner = ownerOf(object, context.owners)
  if (owner === undefined) {
    return `No file creates the ${object.owned ?? 'object'} ${showName(object)}, so it is unknown where this belongs.`
  }
  return placeProblem([object, owner], context)
}

/** `names` are the object's own name and that of what it belongs to; the file may have either. */
function placeProblem(
  names: readonly [ObjectName, ObjectName],
  { subject: { sort, folders: allowed }, file }: Context,
): string | undefined {
  const isHere = allowed.includes(file.folder)
  if (isHere && names.some((name) => isFileNameOf(basename(file.path), name))) return undefined
  const home = whereItBelongs(file, isHere ? [file.folder] : allowed, names[1])
  return `This is \`${sort}\` about ${showName(names[1])}: it belongs in ${home}.`
}

function whereItBelongs(file: SchemaFile, allowed: readonly Folder[], object: ObjectName): string {
  const schema = file.path.slice(0, -`${file.folder}/${basename(file.path)}`.length)
  return allowed.map((folder) => `${schema}${folder}/${fileNameOf(object)}`).join(' or ')
}

/** A file without its object, or with two: said only when each statement alone is right. */
function countProblems(file: SchemaFile, statements: readonly CheckedStatement[]): string[] {
  if (file.statements.length === 0) {
    return [`${file.path}: empty: it has no statement. Delete the file, or write what it declares.`]
  }
  const creating = statements.filter(({ subject }) => subject.createsFile === true)
  const wanted = folders[file.folder].creates
  if (wanted !== 'any' && creating.length === 0) {
    return [`${file.path}: no statement here creates ${basename(file.path, '.sql')}.`]
  }
  const second = creating[1]
  if (wanted !== 'one' || second === undefined) return []
  const problem = 'This file creates its object twice. Keep one of the statements.'
  return [describeProblem(file, second.statement.offset, { statement: second.statement, problem })]
}
