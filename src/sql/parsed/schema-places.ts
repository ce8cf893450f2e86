import type { Node, ObjectType } from 'libpg-query'
import type { PlannedKind } from '../../model/kind.ts'
import { globalPlaces } from './places/global-places.ts'
import { operatorPlaces } from './places/operator-places.ts'
import { bareName, definedName, listName, relationName } from './object-name.ts'
import type { ObjectName } from './object-name.ts'
import { partPlaces } from './places/part-places.ts'
import { createsFile } from './schema-place.ts'
import type { FolderRule, SchemaPlace } from './schema-place.ts'

/** The folders of the schema. */
export const folders = {
  schemas: { creates: 'any', qualified: false, names: 'schema' },
  // A file for each schema, and `database.sql` for what holds in all of them.
  'default-privileges': { creates: 'any', qualified: false, names: 'default privileges' },
  extensions: { creates: 'one', qualified: false, names: 'extension' },
  collations: { creates: 'one', qualified: true, names: 'collation' },
  'text-search-parsers': { creates: 'one', qualified: true, names: 'text search parser' },
  'text-search-templates': { creates: 'one', qualified: true, names: 'text search template' },
  'text-search-dictionaries': { creates: 'one', qualified: true, names: 'text search dictionary' },
  'text-search-configurations': {
    creates: 'one',
    qualified: true,
    names: 'text search configuration',
  },
  types: { creates: 'one', qualified: true, names: 'relation' },
  sequences: { creates: 'one', qualified: true, names: 'sequence' },
  tables: { creates: 'one', qualified: true, names: 'relation' },
  functions: { creates: 'some', qualified: true, names: 'function' },
  wrappers: { creates: 'one', qualified: false, names: 'foreign-data wrapper' },
  servers: { creates: 'one', qualified: false, names: 'server' },
  views: { creates: 'one', qualified: true, names: 'relation' },
  triggers: { creates: 'any', qualified: true, names: 'triggers of' },
  policies: { creates: 'any', qualified: true, names: 'policies of' },
  publications: { creates: 'any', qualified: false, names: 'publication' },
  subscriptions: { creates: 'one', qualified: false, names: 'subscription' },
  casts: { creates: 'some', qualified: false, names: 'cast' },
  operators: { creates: 'some', qualified: true, names: 'operators on' },
  'operator-families': { creates: 'some', qualified: true, names: 'operator family' },
  'operator-classes': { creates: 'some', qualified: true, names: 'operator class' },
  'event-triggers': { creates: 'one', qualified: false, names: 'event trigger' },
} as const satisfies Readonly<Record<string, FolderRule>>

/** The name of a folder of the schema. */
export type Folder = keyof typeof folders

/** Narrows a name to that of a folder that the schema may have. */
export function isFolder(name: string): name is Folder {
  return Object.hasOwn(folders, name)
}

const ofTypes = { noun: 'type', type: 'OBJECT_TYPE', folders: ['types'] } as const

/** How schema files declare the objects of each kind; undefined where statements of another kind do. */
export const places: Readonly<Record<PlannedKind, SchemaPlace<Folder> | undefined>> = {
  schema: {
    noun: 'schema',
    type: 'OBJECT_SCHEMA',
    folders: ['schemas'],
    create: createsFile('schemas', (tree) =>
      'CreateSchemaStmt' in tree ? bareName(tree.CreateSchemaStmt.schemaname) : undefined,
    ),
  },
  defaultPrivileges: undefined,
  changedRights: undefined,
  collation: defined('collation', 'OBJECT_COLLATION', 'collations'),
  enum: {
    ...ofTypes,
    create: createsFile('types', (tree) =>
      'CreateEnumStmt' in tree ? listName(tree.CreateEnumStmt.typeName) : undefined,
    ),
  },
  composite: {
    ...ofTypes,
    create: createsFile('types', (tree) =>
      'CompositeTypeStmt' in tree ? relationName(tree.CompositeTypeStmt.typevar) : undefined,
    ),
  },
  range: {
    ...ofTypes,
    create: createsFile('types', (tree) =>
      'CreateRangeStmt' in tree ? listName(tree.CreateRangeStmt.typeName) : undefined,
    ),
  },
  domain: {
    noun: 'domain',
    type: 'OBJECT_DOMAIN',
    folders: ['types'],
    create: createsFile('types', (tree) =>
      'CreateDomainStmt' in tree ? listName(tree.CreateDomainStmt.domainname) : undefined,
    ),
  },
  sequence: {
    noun: 'sequence',
    type: 'OBJECT_SEQUENCE',
    folders: ['sequences'],
    comments: ['tables', 'sequences'],
    rights: ['policies', 'sequences'],
    owned: 'sequence',
    create: createsFile('sequences', (tree) =>
      'CreateSeqStmt' in tree ? relationName(tree.CreateSeqStmt.sequence) : undefined,
    ),
    alter: {
      phase: 'table parts',
      about: (tree) =>
        'AlterSeqStmt' in tree ? relationName(tree.AlterSeqStmt.sequence) : undefined,
    },
  },
  identitySequence: undefined,
  function: {
    noun: 'function',
    type: 'OBJECT_FUNCTION',
    folders: ['functions'],
    create: createsFile('functions', (tree) => routineName(tree, false)),
  },
  procedure: {
    noun: 'procedure',
    type: 'OBJECT_PROCEDURE',
    folders: ['functions'],
    create: createsFile('functions', (tree) => routineName(tree, true)),
  },
  aggregate: {
    noun: 'aggregate',
    type: 'OBJECT_AGGREGATE',
    folders: ['functions'],
    create: createsFile('functions', (tree) => definedName(tree, 'OBJECT_AGGREGATE')),
  },
  table: {
    noun: 'table',
    type: 'OBJECT_TABLE',
    folders: ['tables'],
    rights: ['policies', 'views'],
    create: createsFile('tables', (tree) =>
      'CreateStmt' in tree ? relationName(tree.CreateStmt.relation) : undefined,
    ),
  },
  foreignTable: {
    noun: 'foreign table',
    type: 'OBJECT_FOREIGN_TABLE',
    folders: ['tables'],
    rights: ['policies', 'views'],
    create: createsFile('tables', (tree) =>
      'CreateForeignTableStmt' in tree
        ? relationName(tree.CreateForeignTableStmt.base?.relation)
        : undefined,
    ),
  },
  view: {
    noun: 'view',
    type: 'OBJECT_VIEW',
    folders: ['views'],
    create: createsFile('views', (tree) =>
      'ViewStmt' in tree ? relationName(tree.ViewStmt.view) : undefined,
    ),
  },
  materializedView: {
    noun: 'materialized view',
    type: 'OBJECT_MATVIEW',
    folders: ['views'],
    create: createsFile('views', materializedViewName),
  },
  viewColumn: undefined,
  textSearchParser: defined('text search parser', 'OBJECT_TSPARSER', 'text-search-parsers'),
  textSearchTemplate: defined('text search template', 'OBJECT_TSTEMPLATE', 'text-search-templates'),
  textSearchDictionary: defined(
    'text search dictionary',
    'OBJECT_TSDICTIONARY',
    'text-search-dictionaries',
  ),
  textSearchConfiguration: {
    ...defined('text search configuration', 'OBJECT_TSCONFIGURATION', 'text-search-configurations'),
    // All dictionaries are there, and nothing that uses it is.
    alter: {
      phase: 'sequences',
      about: (tree) =>
        'AlterTSConfigurationStmt' in tree
          ? listName(tree.AlterTSConfigurationStmt.cfgname)
          : undefined,
    },
  },
  publicationMember: undefined,
  largeObject: undefined,
  publicationSchema: undefined,
  ...globalPlaces,
  ...operatorPlaces,
  ...partPlaces,
}

function routineName(tree: Node, isProcedure: boolean): ObjectName | undefined {
  if (!('CreateFunctionStmt' in tree)) return undefined
  const { is_procedure: found = false, funcname } = tree.CreateFunctionStmt
  return found === isProcedure ? listName(funcname) : undefined
}

/** A kind with a folder for its objects alone, which mostly need no function or table. */
function defined(noun: string, type: ObjectType, folder: Folder): SchemaPlace<Folder> {
  return {
    noun,
    type,
    folders: [folder],
    create: createsFile('types', (tree) => definedName(tree, type)),
  }
}

function materializedViewName(tree: Node): ObjectName | undefined {
  if (!('CreateTableAsStmt' in tree)) return undefined
  const { objtype, into } = tree.CreateTableAsStmt
  return objtype === 'OBJECT_MATVIEW' ? relationName(into?.rel) : undefined
}
