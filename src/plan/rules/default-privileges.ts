import type { CatalogObject } from '../../model/catalog.ts'
import { recordsOf, textIn, textOf, spell } from '../../model/attribute.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** What new objects grant by themselves. */
export const defaultPrivilegesRule: Rule = {
  kind: 'defaultPrivileges',
  create: (entry) => change(entry, builtIn(entry), rightsOf(entry)),
  drop: (entry) => change(entry, rightsOf(entry), builtIn(entry)),
  alter: ({ from, to }) => change(to, rightsOf(from), rightsOf(to)),
}

/** A right of new objects. */
export interface Right {
  readonly privilege: string
  readonly grantee: string
  readonly grantable: boolean
}

/** The defaults that a global entry replaces (manual, 5.8 Privileges); one for a schema only adds. */
export function builtIn(entry: CatalogObject): Right[] {
  const privilege = { functions: 'execute', types: 'usage' }[textIn(entry, 'objectType')]
  if (privilege === undefined || textOf(entry, 'schema') !== null) return []
  return [{ privilege, grantee: 'public', grantable: false }]
}

function change(
  entry: CatalogObject,
  before: readonly Right[],
  after: readonly Right[],
): Statement[] {
  const gone = before.filter((right) => !after.some((other) => isSame(right, other)))
  const come = after.filter((right) => !before.some((other) => isSame(right, other)))
  return [
    ...gone.map((right) => say(entry, 'revoke', right)),
    ...come.map((right) => say(entry, 'grant', right)),
  ]
}

function say(entry: CatalogObject, verb: 'grant' | 'revoke', right: Right): Statement {
  return statement(
    { verb, object: entry.id },
    {
      kind: 'defaultPrivileges',
      verb,
      role: textIn(entry, 'role'),
      schema: textOf(entry, 'schema'),
      objectType: textIn(entry, 'objectType'),
      ...right,
    },
    { grantee: right.grantee },
  )
}

function isSame(a: Right, b: Right): boolean {
  return a.privilege === b.privilege && a.grantee === b.grantee && a.grantable === b.grantable
}

function rightsOf(entry: CatalogObject): Right[] {
  return recordsOf(entry, 'rights').map((right) => ({
    privilege: spell(right['privilege']),
    grantee: spell(right['grantee']),
    grantable: right['grantable'] === true,
  }))
}
