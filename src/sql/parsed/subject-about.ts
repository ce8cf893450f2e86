import type { CommentStmt, GrantStmt, Node, ObjectType } from 'libpg-query'
import { listName, nodeName } from './object-name.ts'
import type { ObjectName } from './object-name.ts'
import type { OwnedSort, Subject, SubjectObject } from './statement-subject.ts'
import type { CommentNoun, RightsNoun } from '../../model/statement-sort.ts'

/** What `comment on …` is about: a column, constraint, policy, rule or trigger is about its table. */
export function parseCommentSubject(statement: CommentStmt): Subject | undefined {
  const place = statement.objtype === undefined ? undefined : commented[statement.objtype]
  if (place === undefined || statement.object === undefined) return undefined
  const object = ownedBy(place.read(statement.object), place.owned)
  return { sort: `comment on ${place.noun}`, objects: [object] }
}

/** What `grant` or `revoke` is about; not the forms that name no object (`all tables in schema`). */
export function parseRightsSubject(statement: GrantStmt): Subject | undefined {
  const noun = statement.objtype === undefined ? undefined : granted[statement.objtype]
  if (noun === undefined || statement.targtype !== 'ACL_TARGET_OBJECT') return undefined
  const owned = noun === 'sequence' ? 'sequence' : undefined
  const objects = (statement.objects ?? []).map((object) => ownedBy(nodeName(object), owned))
  return { sort: `rights on ${noun}`, objects }
}

interface CommentPlace {
  readonly noun: CommentNoun
  readonly read: (object: Node) => ObjectName
  readonly owned?: OwnedSort
}

const commented: Readonly<Partial<Record<ObjectType, CommentPlace>>> = {
  OBJECT_AGGREGATE: { noun: 'aggregate', read: nodeName },
  OBJECT_COLUMN: { noun: 'column', read: withoutLast },
  OBJECT_DOMAIN: { noun: 'domain', read: nodeName },
  OBJECT_DOMCONSTRAINT: { noun: 'constraint on domain', read: firstOfList },
  OBJECT_EXTENSION: { noun: 'extension', read: nodeName },
  OBJECT_FUNCTION: { noun: 'function', read: nodeName },
  OBJECT_INDEX: { noun: 'index', read: nodeName, owned: 'index' },
  OBJECT_MATVIEW: { noun: 'materialized view', read: nodeName },
  OBJECT_POLICY: { noun: 'policy', read: withoutLast },
  OBJECT_PROCEDURE: { noun: 'procedure', read: nodeName },
  OBJECT_PUBLICATION: { noun: 'publication', read: nodeName },
  OBJECT_ROUTINE: { noun: 'routine', read: nodeName },
  OBJECT_RULE: { noun: 'rule', read: withoutLast },
  OBJECT_SCHEMA: { noun: 'schema', read: nodeName },
  OBJECT_SEQUENCE: { noun: 'sequence', read: nodeName, owned: 'sequence' },
  OBJECT_STATISTIC_EXT: { noun: 'statistics', read: nodeName, owned: 'statistics' },
  OBJECT_TABCONSTRAINT: { noun: 'constraint', read: withoutLast },
  OBJECT_TABLE: { noun: 'table', read: nodeName },
  OBJECT_TRIGGER: { noun: 'trigger', read: withoutLast },
  OBJECT_TYPE: { noun: 'type', read: nodeName },
  OBJECT_VIEW: { noun: 'view', read: nodeName },
}

const granted: Readonly<Partial<Record<ObjectType, RightsNoun>>> = {
  OBJECT_DOMAIN: 'domain',
  OBJECT_FUNCTION: 'function',
  OBJECT_PROCEDURE: 'procedure',
  OBJECT_ROUTINE: 'routine',
  OBJECT_SCHEMA: 'schema',
  OBJECT_SEQUENCE: 'sequence',
  OBJECT_TABLE: 'table',
  OBJECT_TYPE: 'type',
}

/** A list `schema, table, column` names the table by all but its last item. */
function withoutLast(object: Node): ObjectName {
  return listName('List' in object ? object.List.items?.slice(0, -1) : [])
}

function firstOfList(object: Node): ObjectName {
  return nodeName('List' in object ? object.List.items?.[0] : undefined)
}

function ownedBy(name: ObjectName, owned: OwnedSort | undefined): SubjectObject {
  return owned === undefined ? name : { ...name, owned }
}
