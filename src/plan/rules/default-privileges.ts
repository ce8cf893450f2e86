import type { CatalogObject } from '../../model/catalog.ts'
import { recordsOf, textIn, textOf } from '../attribute.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** What new objects grant by themselves. */
export const defaultPrivilegesRule: Rule = {
  kind: 'defaultPrivileges',
  create: (entry) => change(entry, [], rightsOf(entry)),
  drop: (entry) => change(entry, rightsOf(entry), []),
  alter: ({ from, to }) => change(to, rightsOf(from), rightsOf(to)),
}

function change(
  entry: CatalogObject,
  before: readonly string[],
  after: readonly string[],
): Statement[] {
  const schema = textOf(entry, 'schema')
  const place = schema === null ? '' : ` in schema ${schema}`
  const head = `alter default privileges for role ${textIn(entry, 'role')}${place}\n `
  const type = textIn(entry, 'objectType')
  const gone = before.filter((right) => !after.includes(right))
  const come = after.filter((right) => !before.includes(right))
  return [
    ...gone.map((right) =>
      statement('revoke', entry.id, `${head} revoke ${spell(right, type, 'from')}`),
    ),
    ...come.map((right) =>
      statement('grant', entry.id, `${head} grant ${spell(right, type, 'to')}`),
    ),
  ]
}

/** A right as `privilege grantee`. */
function rightsOf(entry: CatalogObject): string[] {
  return recordsOf(entry, 'rights').map(
    (right) => `${String(right['privilege'])} ${String(right['grantee'])}`,
  )
}

function spell(right: string, type: string, preposition: string): string {
  const [privilege = '', ...grantee] = right.split(' ')
  return `${privilege} on ${type} ${preposition} ${grantee.join(' ')}`
}
