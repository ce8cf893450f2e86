import type { Node, ObjectType } from 'libpg-query'
import { UserError } from '../../errors.ts'
import { renderCaret } from '../../sql/scan/place.ts'
import { detachedBy, subscriptionReach } from '../../sql/subscription-reach.ts'
import { splitStatements } from '../../sql/scan/split.ts'
import type { Statement } from '../../sql/scan/split.ts'

/** A file's text without what is about the whole server, and what was said of that. */
export interface OwnText {
  /** Blanks replace a statement, so that every character keeps its place. */
  readonly text: string
  /** The roles that the file would make, in its order. */
  readonly roles: readonly string[]
  /** A sentence for each statement that is passed over. */
  readonly notes: readonly string[]
}

/**
 * Takes out of a file what is about roles, rights on databases, and the database itself: none of it is part of a
 * state. Throws UserError with the place for what would change the server or another database of it.
 */
export async function withoutServerWide(text: string, file: string): Promise<OwnText> {
  // Parsing a big file takes a second, and few have any of these words.
  if (!suspicious.test(text)) return { text, roles: [], notes: [] }
  const statements = await splitStatements(text, file)
  refuseServerWide(text, file, statements)
  const passed = statements.flatMap((statement) => {
    const why = passedOver(statement)
    return why === undefined ? [] : [{ statement, why }]
  })
  return {
    text: passed.reduce((left, { statement }) => blankOut(left, statement), text),
    roles: passed.flatMap(({ statement: { tree } }) =>
      'CreateRoleStmt' in tree ? [tree.CreateRoleStmt.role ?? ''] : [],
    ),
    notes: passed.map(
      ({ statement: { line }, why }) => `${file}:${String(line)}: ${why}, so this is ignored.`,
    ),
  }
}

/** Throws UserError for the first statement that has an effect on the server, or on another one. */
function refuseServerWide(text: string, file: string, statements: readonly Statement[]): void {
  const detached = new Set<string>()
  for (const { line, column, node, offset, tree } of statements) {
    const why = forbidden[node] ?? subscriptionReach(tree, detached)
    if (why !== undefined)
      throw new UserError(
        `${file}:${String(line)}:${String(column)}: ${why}\n${renderCaret(text, offset)}`,
      )
    for (const name of detachedBy(tree)) detached.add(name)
  }
}

const suspicious =
  /\b(?:create|alter|drop|comment\s+on)\s+(?:role|user|group|database|tablespace|system|subscription)\b|\bgrant\b|\brevoke\b|\breassign\b|\b(?:create|alter|drop)\s*(?:--|\/\*)/i

/** What a statement is about, where that is no part of a state. */
function passedOver({ node, tree }: Statement): string | undefined {
  if ('GrantStmt' in tree) {
    const noun = ofServerAlone[tree.GrantStmt.objtype ?? '']
    return noun === undefined
      ? undefined
      : `rights on a ${noun}: these belong to the server and are not planned`
  }
  if (isAboutDatabase(node, tree))
    return 'alter database: the database itself is no part of a state'
  if ('CommentStmt' in tree) return commentPassedOver(tree.CommentStmt.objtype)
  const words = aboutRoles[node]
  return words === undefined
    ? undefined
    : `${words}: roles belong to the server and are not planned`
}

/** Its settings, its limits, its owner. */
function isAboutDatabase(node: string, tree: Node): boolean {
  if ('AlterOwnerStmt' in tree) return tree.AlterOwnerStmt.objectType === 'OBJECT_DATABASE'
  return node === 'AlterDatabaseSetStmt' || node === 'AlterDatabaseStmt'
}

function commentPassedOver(type: ObjectType | undefined): string | undefined {
  const noun = commented[type ?? '']
  return noun === undefined
    ? undefined
    : `comment on a ${noun}: it is of the server, or the database itself, and no part of a state`
}

const commented: Readonly<Record<string, string>> = {
  OBJECT_DATABASE: 'database',
  OBJECT_ROLE: 'role',
  OBJECT_TABLESPACE: 'tablespace',
}

const aboutRoles: Readonly<Record<string, string>> = {
  CreateRoleStmt: 'create role',
  AlterRoleStmt: 'alter role',
  AlterRoleSetStmt: 'alter role … set',
  GrantRoleStmt: 'membership in a role',
}

const ofServerAlone: Readonly<Record<string, string>> = {
  OBJECT_DATABASE: 'database',
  OBJECT_TABLESPACE: 'tablespace',
  OBJECT_PARAMETER_ACL: 'parameter',
}

const ofServer =
  'This is about the whole server, and a state is one database. Remove it from the file.'

const forbidden: Readonly<Record<string, string>> = {
  DropRoleStmt: ofServer,
  CreatedbStmt: ofServer,
  DropdbStmt: ofServer,
  AlterSystemStmt: ofServer,
  CreateTableSpaceStmt: ofServer,
  DropTableSpaceStmt: ofServer,
  AlterTableSpaceOptionsStmt: ofServer,
  ReassignOwnedStmt: ofServer,
  DropOwnedStmt: ofServer,
}

function blankOut(text: string, { offset, text: statement }: Statement): string {
  const blank = statement.replaceAll(/[^\n]/g, ' ')
  // The semicolon behind it stays: an empty statement is none.
  return text.slice(0, offset) + blank + text.slice(offset + statement.length)
}
