import type { Node } from 'libpg-query'
import { readCommentSubject, readRightsSubject } from './subject-about.ts'
import type { CommentNoun, RightsNoun } from './subject-about.ts'
import { listName, nodeName, relationName } from './object-name.ts'
import type { ObjectName } from './object-name.ts'

/** A sort of statement that a schema file may hold, as people call it. `rights on` is grant and revoke. */
export type StatementSort =
  | 'create schema'
  | 'alter default privileges'
  | 'create extension'
  | 'create type'
  | 'create domain'
  | 'create sequence'
  | 'alter sequence'
  | 'create function'
  | 'create procedure'
  | 'create aggregate'
  | 'create table'
  | 'create index'
  | 'create statistics'
  | 'create rule'
  | 'alter table'
  | 'alter table add foreign key'
  | 'create view'
  | 'create materialized view'
  | 'create trigger'
  | 'alter table enable trigger'
  | 'create policy'
  | 'create publication'
  | 'alter publication'
  | `comment on ${CommentNoun}`
  | `rights on ${RightsNoun}`

/** What belongs to a table under a name of its own, so that only the whole schema says whose it is. */
export type OwnedSort = 'index' | 'sequence' | 'statistics'

/** An object that a statement is about; `owned` where it is a table's index, sequence or statistics. */
export interface SubjectObject extends ObjectName {
  readonly owned?: OwnedSort
}

/** What one statement is about. */
export interface Subject {
  readonly sort: StatementSort
  /** Usually one; a grant may name many. */
  readonly objects: readonly SubjectObject[]
  /** The name of the index, policy, rule or trigger that the statement creates on the object. */
  readonly part?: string | undefined
}

/** Says what a statement is about, or undefined when a schema file has no place for its sort. */
export function subjectOf(tree: Node): Subject | undefined {
  for (const read of readers) {
    const subject = read(tree)
    if (subject !== undefined) return subject
  }
  return undefined
}

type Reader = (tree: Node) => Subject | undefined

/** One a sort of node; the first that knows the node answers. */
const readers: readonly Reader[] = [
  (tree) => ('CommentStmt' in tree ? readCommentSubject(tree.CommentStmt) : undefined),
  (tree) => ('GrantStmt' in tree ? readRightsSubject(tree.GrantStmt) : undefined),
  (tree) =>
    'CreateStmt' in tree ? one('create table', relationName(tree.CreateStmt.relation)) : undefined,
  (tree) =>
    'IndexStmt' in tree
      ? {
          ...one('create index', relationName(tree.IndexStmt.relation)),
          part: tree.IndexStmt.idxname,
        }
      : undefined,
  (tree) =>
    'CreatePolicyStmt' in tree
      ? {
          ...one('create policy', relationName(tree.CreatePolicyStmt.table)),
          part: tree.CreatePolicyStmt.policy_name,
        }
      : undefined,
  (tree) =>
    'CreateTrigStmt' in tree
      ? {
          ...one('create trigger', relationName(tree.CreateTrigStmt.relation)),
          part: tree.CreateTrigStmt.trigname,
        }
      : undefined,
  (tree) =>
    'RuleStmt' in tree
      ? {
          ...one('create rule', relationName(tree.RuleStmt.relation)),
          part: tree.RuleStmt.rulename,
        }
      : undefined,
  (tree) => ('ViewStmt' in tree ? one('create view', relationName(tree.ViewStmt.view)) : undefined),
  (tree) =>
    'CreateStatsStmt' in tree
      ? one('create statistics', nodeName(tree.CreateStatsStmt.relations?.[0]))
      : undefined,
  (tree) =>
    'CreateSeqStmt' in tree
      ? one('create sequence', relationName(tree.CreateSeqStmt.sequence))
      : undefined,
  (tree) =>
    'AlterSeqStmt' in tree
      ? one('alter sequence', relationName(tree.AlterSeqStmt.sequence))
      : undefined,
  (tree) =>
    'CompositeTypeStmt' in tree
      ? one('create type', relationName(tree.CompositeTypeStmt.typevar))
      : undefined,
  (tree) =>
    'CreateEnumStmt' in tree
      ? one('create type', listName(tree.CreateEnumStmt.typeName))
      : undefined,
  (tree) =>
    'CreateRangeStmt' in tree
      ? one('create type', listName(tree.CreateRangeStmt.typeName))
      : undefined,
  (tree) =>
    'CreateDomainStmt' in tree
      ? one('create domain', listName(tree.CreateDomainStmt.domainname))
      : undefined,
  (tree) =>
    'CreateSchemaStmt' in tree
      ? one('create schema', bare(tree.CreateSchemaStmt.schemaname))
      : undefined,
  (tree) =>
    'CreateExtensionStmt' in tree
      ? one('create extension', bare(tree.CreateExtensionStmt.extname))
      : undefined,
  (tree) =>
    'CreatePublicationStmt' in tree
      ? one('create publication', bare(tree.CreatePublicationStmt.pubname))
      : undefined,
  (tree) =>
    'AlterPublicationStmt' in tree
      ? one('alter publication', bare(tree.AlterPublicationStmt.pubname))
      : undefined,
  readRoutine,
  readAggregate,
  readMaterializedView,
  readAlterTable,
  readDefaultPrivileges,
]

function readRoutine(tree: Node): Subject | undefined {
  if (!('CreateFunctionStmt' in tree)) return undefined
  const { is_procedure: isProcedure, funcname } = tree.CreateFunctionStmt
  return one(isProcedure === true ? 'create procedure' : 'create function', listName(funcname))
}

function readAggregate(tree: Node): Subject | undefined {
  if (!('DefineStmt' in tree) || tree.DefineStmt.kind !== 'OBJECT_AGGREGATE') return undefined
  return one('create aggregate', listName(tree.DefineStmt.defnames))
}

function readMaterializedView(tree: Node): Subject | undefined {
  if (!('CreateTableAsStmt' in tree)) return undefined
  const { objtype, into } = tree.CreateTableAsStmt
  if (objtype !== 'OBJECT_MATVIEW') return undefined
  return one('create materialized view', relationName(into?.rel))
}

function readAlterTable(tree: Node): Subject | undefined {
  if (!('AlterTableStmt' in tree)) return undefined
  const { objtype, relation, cmds } = tree.AlterTableStmt
  if (objtype !== 'OBJECT_TABLE' && objtype !== 'OBJECT_MATVIEW') return undefined
  const commands = (cmds ?? []).flatMap((node) =>
    'AlterTableCmd' in node ? [node.AlterTableCmd] : [],
  )
  const isTrigger = commands.some(({ subtype }) => /Trig(All|User)?$/.test(subtype ?? ''))
  const isForeignKey = commands.some(
    ({ def }) =>
      def !== undefined && 'Constraint' in def && def.Constraint.contype === 'CONSTR_FOREIGN',
  )
  if (isTrigger) return one('alter table enable trigger', relationName(relation))
  return one(isForeignKey ? 'alter table add foreign key' : 'alter table', relationName(relation))
}

/** About the one schema after `in schema`, or about the `database` when there is none. */
function readDefaultPrivileges(tree: Node): Subject | undefined {
  if (!('AlterDefaultPrivilegesStmt' in tree)) return undefined
  const schemas = (tree.AlterDefaultPrivilegesStmt.options ?? []).flatMap((option) =>
    'DefElem' in option && option.DefElem.defname === 'schemas' && option.DefElem.arg !== undefined
      ? listItems(option.DefElem.arg).map((item) => nodeName(item))
      : [],
  )
  return {
    sort: 'alter default privileges',
    objects: schemas.length === 0 ? [bare('database')] : schemas,
  }
}

function listItems(node: Node): readonly Node[] {
  return 'List' in node ? (node.List.items ?? []) : []
}

function one(sort: StatementSort, object: ObjectName): Subject {
  return { sort, objects: [object] }
}

function bare(name: string | undefined): ObjectName {
  return { schema: undefined, name: name ?? '' }
}
