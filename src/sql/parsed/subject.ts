import type { AlterTableCmd, AlterTableStmt, Node } from 'libpg-query'
import { nodeName, relationName } from './object-name.ts'
import type { Subject } from './statement-subject.ts'
import { parseCommentSubject, parseRightsSubject } from './subject-about.ts'
import { parseCreateSubject } from './subject-create.ts'

/** Says what a statement is about, or undefined when a schema file has no place for its sort. */
export function subjectOf(tree: Node): Subject | undefined {
  for (const read of readers) {
    const subject = read(tree)
    if (subject !== undefined) return subject
  }
  return undefined
}

/** A foreign key, which is loaded as a separate statement, but for what it is about. */
export const foreignKey = {
  sort: 'alter table add foreign key',
  folders: ['tables'],
  phase: 'foreign keys',
} as const satisfies Partial<Subject>

/** One a group of statements; the first that knows the statement answers. */
const readers: readonly ((tree: Node) => Subject | undefined)[] = [
  (tree) => ('CommentStmt' in tree ? parseCommentSubject(tree.CommentStmt) : undefined),
  (tree) => ('GrantStmt' in tree ? parseRightsSubject(tree.GrantStmt) : undefined),
  (tree) => ('AlterTableStmt' in tree ? parseAlterTable(tree.AlterTableStmt) : undefined),
  parseDefaultPrivileges,
  parseCreateSubject,
]

/** What ALTER TABLE says of in schema files; PostgreSQL's words for others parse alike. */
const altered: readonly string[] = ['OBJECT_TABLE', 'OBJECT_FOREIGN_TABLE', 'OBJECT_MATVIEW']

function parseAlterTable({ objtype, relation, cmds }: AlterTableStmt): Subject | undefined {
  if (objtype === undefined || !altered.includes(objtype)) return undefined
  const commands = (cmds ?? []).flatMap((node) =>
    'AlterTableCmd' in node ? [node.AlterTableCmd] : [],
  )
  const objects = [relationName(relation)]
  if (commands.some(isAboutTrigger)) {
    const sort = 'alter table enable trigger'
    return { sort, folders: ['triggers'], phase: 'triggers', objects }
  }
  if (commands.some(addsForeignKey)) return { ...foreignKey, objects }
  return { sort: 'alter table', folders: ['tables', 'views'], phase: 'table parts', objects }
}

function isAboutTrigger({ subtype }: AlterTableCmd): boolean {
  return /Trig(All|User)?$/.test(subtype ?? '')
}

function addsForeignKey({ def }: AlterTableCmd): boolean {
  return def !== undefined && 'Constraint' in def && def.Constraint.contype === 'CONSTR_FOREIGN'
}

/** About the schemas after `in schema`, or about the `database` when there are none. */
function parseDefaultPrivileges(tree: Node): Subject | undefined {
  if (!('AlterDefaultPrivilegesStmt' in tree)) return undefined
  const schemas = (tree.AlterDefaultPrivilegesStmt.options ?? []).flatMap((option) =>
    'DefElem' in option && option.DefElem.defname === 'schemas' ? itemsOf(option.DefElem.arg) : [],
  )
  const objects = schemas.map((schema) => nodeName(schema))
  return {
    sort: 'alter default privileges',
    folders: ['default-privileges'],
    phase: 'default privileges',
    objects: objects.length === 0 ? [{ schema: undefined, name: 'database' }] : objects,
  }
}

function itemsOf(node: Node | undefined): readonly Node[] {
  return node !== undefined && 'List' in node ? (node.List.items ?? []) : []
}
