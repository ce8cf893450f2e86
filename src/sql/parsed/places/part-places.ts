import type { Node } from 'libpg-query'
import type { PlannedKind } from '../../../model/kind.ts'
import { listName, nodeName, relationName } from '../object-name.ts'
import type { ObjectName } from '../object-name.ts'
import { createsPart } from '../schema-place.ts'
import type { SchemaPlace } from '../schema-place.ts'

/** Kinds whose objects are parts of a relation or a domain: their statements are about that. */
export const partPlaces = {
  column: {
    noun: 'column',
    type: 'OBJECT_COLUMN',
    folders: ['tables', 'views', 'types'],
    commented: withoutLast,
  },
  constraint: {
    noun: 'constraint',
    type: 'OBJECT_TABCONSTRAINT',
    folders: ['tables'],
    commented: withoutLast,
  },
  domainConstraint: {
    noun: 'constraint on domain',
    type: 'OBJECT_DOMCONSTRAINT',
    folders: ['types'],
    commented: firstOfList,
  },
  index: {
    noun: 'index',
    type: 'OBJECT_INDEX',
    folders: ['tables', 'views'],
    owned: 'index',
    create: createsPart('table parts', (tree) =>
      'IndexStmt' in tree ? relationName(tree.IndexStmt.relation) : undefined,
    ),
  },
  statisticsObject: {
    noun: 'statistics',
    type: 'OBJECT_STATISTIC_EXT',
    folders: ['tables', 'views'],
    owned: 'statistics',
    create: createsPart('table parts', (tree) =>
      'CreateStatsStmt' in tree ? nodeName(tree.CreateStatsStmt.relations?.[0]) : undefined,
    ),
  },
  rule: {
    noun: 'rule',
    type: 'OBJECT_RULE',
    folders: ['tables', 'views'],
    commented: withoutLast,
    create: createsPart('triggers', (tree) =>
      'RuleStmt' in tree ? relationName(tree.RuleStmt.relation) : undefined,
    ),
  },
  trigger: {
    noun: 'trigger',
    type: 'OBJECT_TRIGGER',
    folders: ['triggers'],
    commented: withoutLast,
    create: createsPart('triggers', (tree) =>
      'CreateTrigStmt' in tree ? relationName(tree.CreateTrigStmt.relation) : undefined,
    ),
  },
  policy: {
    noun: 'policy',
    type: 'OBJECT_POLICY',
    folders: ['policies'],
    commented: withoutLast,
    create: createsPart('policies', (tree) =>
      'CreatePolicyStmt' in tree ? relationName(tree.CreatePolicyStmt.table) : undefined,
    ),
  },
} as const satisfies Readonly<Partial<Record<PlannedKind, SchemaPlace>>>

/** A list `schema, table, column` names the table by all but its last item. */
function withoutLast(object: Node): ObjectName {
  return listName('List' in object ? object.List.items?.slice(0, -1) : [])
}

function firstOfList(object: Node): ObjectName {
  return nodeName('List' in object ? object.List.items?.[0] : undefined)
}
