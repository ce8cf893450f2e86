import type { CatalogObject } from '../../model/catalog.ts'
import { textIn, textOf } from '../../model/attribute.ts'
import { idOf } from '../../model/object-id.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'
import { changeRights, listedRights } from './facets/right-changes.ts'
import type { ListedRight, RightChange } from './facets/right-changes.ts'

/** What new objects grant by themselves. */
export const defaultPrivilegesRule: Rule = {
  kind: 'defaultPrivileges',
  isSetting: true,
  create: (entry) => say(entry, changeRights(builtIn(entry), rightsOf(entry))),
  drop: (entry) => say(entry, changeRights(rightsOf(entry), builtIn(entry))),
  goesWith: (entry) => {
    const schema = textOf(entry, 'schema')
    return schema === null ? [] : [idOf('schema', schema)]
  },
  alter: ({ from, to }) => say(to, changeRights(rightsOf(from), rightsOf(to))),
}

/** The defaults that a global entry replaces (manual, 5.8 Privileges); one for a schema only adds. */
export function builtIn(entry: CatalogObject): ListedRight[] {
  const privilege = { functions: 'execute', types: 'usage' }[textIn(entry, 'objectType')]
  if (privilege === undefined || textOf(entry, 'schema') !== null) return []
  return [{ privilege, grantee: 'public', grantable: false }]
}

function say(entry: CatalogObject, changes: readonly RightChange[]): Statement[] {
  return changes.map((change) =>
    statement(
      { verb: change.verb, object: entry.id },
      {
        kind: 'defaultPrivileges',
        role: textIn(entry, 'role'),
        schema: textOf(entry, 'schema'),
        objectType: textIn(entry, 'objectType'),
        ...change,
      },
      { grantee: change.grantee },
    ),
  )
}

function rightsOf(entry: CatalogObject): ListedRight[] {
  return listedRights(entry, 'rights')
}
