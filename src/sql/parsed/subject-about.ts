import type { CommentStmt, GrantStmt, ObjectType } from 'libpg-query'
import { nodeName } from './object-name.ts'
import type { ObjectName } from './object-name.ts'
import type { SchemaPlace } from './schema-place.ts'
import { places } from './schema-places.ts'
import type { Folder } from './schema-places.ts'
import type { Subject, SubjectObject } from './statement-subject.ts'

/** What `comment on …` is about: a column, constraint, policy, rule or trigger is about its table. */
export function parseCommentSubject({ objtype, object }: CommentStmt): Subject | undefined {
  const place = byType.get(objtype)
  if (place === undefined || object === undefined) return undefined
  const { noun, folders, comments = folders, commented = nodeName } = place
  const objects = [ownedBy(commented(object), place)]
  return { sort: `comment on ${noun}`, folders: comments, phase: 'comments', objects }
}

/** What `grant` or `revoke` is about; not the forms that name no object (`all tables in schema`). */
export function parseRightsSubject(statement: GrantStmt): Subject | undefined {
  const place = byType.get(statement.objtype)
  if (place === undefined || statement.targtype !== 'ACL_TARGET_OBJECT') return undefined
  const { noun, folders, rights = folders } = place
  const objects = (statement.objects ?? []).map((object) => ownedBy(nodeName(object), place))
  return { sort: `rights on ${noun}`, folders: rights, phase: 'rights', objects }
}

/** A function or a procedure, in statements that do not tell them apart. */
const routine: SchemaPlace<Folder> = {
  noun: 'routine',
  type: 'OBJECT_ROUTINE',
  folders: ['functions'],
}

const byType: ReadonlyMap<ObjectType | undefined, SchemaPlace<Folder>> = new Map(
  [...Object.values(places), routine].flatMap((place) =>
    place === undefined ? [] : [[place.type, place]],
  ),
)

function ownedBy(name: ObjectName, { owned }: SchemaPlace): SubjectObject {
  return owned === undefined ? name : { ...name, owned }
}
