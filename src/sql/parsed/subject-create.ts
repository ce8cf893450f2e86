import type { Node } from 'libpg-query'
import { listName, nodeName, relationName } from './object-name.ts'
import type { ObjectName } from './object-name.ts'
import type { Subject } from './statement-subject.ts'
import type { StatementSort } from '../../model/statement-sort.ts'

/**
 * What a statement is about that creates something, or goes on with it (`alter sequence`, `alter publication`): an
 * index, policy, rule, trigger or statistics object is about its table.
 */
export function parseCreateSubject(tree: Node): Subject | undefined {
  for (const [sort, read] of creations) {
    const object = read(tree)
    if (object !== undefined) return { sort, objects: [object], part: partOf(tree) }
  }
  return undefined
}

type Creation = readonly [StatementSort, (tree: Node) => ObjectName | undefined]

/** For each sort how its object is read off the statement; undefined when it is another sort. */
const creations: readonly Creation[] = [
  [
    'create table',
    (tree) => ('CreateStmt' in tree ? relationName(tree.CreateStmt.relation) : undefined),
  ],
  [
    'create index',
    (tree) => ('IndexStmt' in tree ? relationName(tree.IndexStmt.relation) : undefined),
  ],
  [
    'create policy',
    (tree) => ('CreatePolicyStmt' in tree ? relationName(tree.CreatePolicyStmt.table) : undefined),
  ],
  [
    'create trigger',
    (tree) => ('CreateTrigStmt' in tree ? relationName(tree.CreateTrigStmt.relation) : undefined),
  ],
  [
    'create rule',
    (tree) => ('RuleStmt' in tree ? relationName(tree.RuleStmt.relation) : undefined),
  ],
  [
    'create statistics',
    (tree) =>
      'CreateStatsStmt' in tree ? nodeName(tree.CreateStatsStmt.relations?.[0]) : undefined,
  ],
  ['create view', (tree) => ('ViewStmt' in tree ? relationName(tree.ViewStmt.view) : undefined)],
  ['create materialized view', parseMaterializedView],
  [
    'create sequence',
    (tree) => ('CreateSeqStmt' in tree ? relationName(tree.CreateSeqStmt.sequence) : undefined),
  ],
  [
    'alter sequence',
    (tree) => ('AlterSeqStmt' in tree ? relationName(tree.AlterSeqStmt.sequence) : undefined),
  ],
  [
    'create type',
    (tree) =>
      'CompositeTypeStmt' in tree ? relationName(tree.CompositeTypeStmt.typevar) : undefined,
  ],
  [
    'create type',
    (tree) => ('CreateEnumStmt' in tree ? listName(tree.CreateEnumStmt.typeName) : undefined),
  ],
  [
    'create type',
    (tree) => ('CreateRangeStmt' in tree ? listName(tree.CreateRangeStmt.typeName) : undefined),
  ],
  [
    'create domain',
    (tree) => ('CreateDomainStmt' in tree ? listName(tree.CreateDomainStmt.domainname) : undefined),
  ],
  ['create function', (tree) => parseRoutine(tree, false)],
  ['create procedure', (tree) => parseRoutine(tree, true)],
  ['create aggregate', parseAggregate],
  [
    'create schema',
    (tree) => ('CreateSchemaStmt' in tree ? bare(tree.CreateSchemaStmt.schemaname) : undefined),
  ],
  [
    'create extension',
    (tree) => ('CreateExtensionStmt' in tree ? bare(tree.CreateExtensionStmt.extname) : undefined),
  ],
  [
    'create publication',
    (tree) =>
      'CreatePublicationStmt' in tree ? bare(tree.CreatePublicationStmt.pubname) : undefined,
  ],
  [
    'alter publication',
    (tree) =>
      'AlterPublicationStmt' in tree ? bare(tree.AlterPublicationStmt.pubname) : undefined,
  ],
]

function parseRoutine(tree: Node, isProcedure: boolean): ObjectName | undefined {
  if (!('CreateFunctionStmt' in tree)) return undefined
  const { is_procedure: found = false, funcname } = tree.CreateFunctionStmt
  return found === isProcedure ? listName(funcname) : undefined
}

function parseAggregate(tree: Node): ObjectName | undefined {
  if (!('DefineStmt' in tree) || tree.DefineStmt.kind !== 'OBJECT_AGGREGATE') return undefined
  return listName(tree.DefineStmt.defnames)
}

function parseMaterializedView(tree: Node): ObjectName | undefined {
  if (!('CreateTableAsStmt' in tree)) return undefined
  const { objtype, into } = tree.CreateTableAsStmt
  return objtype === 'OBJECT_MATVIEW' ? relationName(into?.rel) : undefined
}

function bare(name: string | undefined): ObjectName {
  return { schema: undefined, name: name ?? '' }
}

/** The name of the part of its object that a statement creates. */
function partOf(tree: Node): string | undefined {
  if ('IndexStmt' in tree) return tree.IndexStmt.idxname
  if ('CreatePolicyStmt' in tree) return tree.CreatePolicyStmt.policy_name
  if ('CreateTrigStmt' in tree) return tree.CreateTrigStmt.trigname
  return 'RuleStmt' in tree ? tree.RuleStmt.rulename : undefined
}
