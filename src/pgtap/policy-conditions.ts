import { flagOf, textIn, textOf, textsOf } from '../model/attribute.ts'
import { childrenOf } from '../model/catalog.ts'
import type { Catalog, CatalogObject } from '../model/catalog.ts'
import type { Role } from '../model/role.ts'

/** Which rows of a table a role reaches, as conditions in SQL. */
export interface Conditions {
  readonly select: string
  /** Of rows that are inserted. */
  readonly insert: string
  /** Of rows that are changed, and of what they become. */
  readonly update: string
  readonly becomes: string
  readonly delete: string
}

/** The conditions that row security puts on each command of a role that has all rights on a table. */
export function conditionsOf(catalog: Catalog, table: CatalogObject, role: Role): Conditions {
  const isOpen =
    role.superuser || role.bypassesRowSecurity || textIn(table, 'rowSecurity').endsWith('off')
  const policies = childrenOf(catalog, table.id).filter(
    (object) => object.kind === 'policy' && isFor(object, role),
  )
  const of = (command: string, expression: (policy: CatalogObject) => string | null): string =>
    isOpen ? 'true' : combine(policies.filter(hasCommand(command)), expression)
  return {
    select: of('select', using),
    insert: of('insert', check),
    update: of('update', using),
    becomes: of('update', check),
    delete: of('delete', using),
  }
}

function isFor(policy: CatalogObject, { name, inherits }: Role): boolean {
  return textsOf(policy, 'roles').some((each) => ['public', name, ...inherits].includes(each))
}

function hasCommand(command: string): (policy: CatalogObject) => boolean {
  return (policy) => ['all', command].includes(textIn(policy, 'command'))
}

function using(policy: CatalogObject): string | null {
  return textOf(policy, 'using')
}

/** Without a check, what a row becomes must satisfy the same as what it was. */
function check(policy: CatalogObject): string | null {
  return textOf(policy, 'check') ?? textOf(policy, 'using')
}

/** One permissive policy must hold, and every restrictive one; a missing condition always holds. */
function combine(
  policies: readonly CatalogObject[],
  expression: (policy: CatalogObject) => string | null,
): string {
  const texts = (permissive: boolean): string[] =>
    policies
      .filter((policy) => flagOf(policy, 'permissive') === permissive)
      .map((policy) => expression(policy) ?? 'true')
  const open = texts(true)
  if (open.length === 0) return 'false'
  const any = open.length === 1 ? open.join('') : `(${open.join(' or ')})`
  return [any, ...texts(false)].join(' and ')
}
