import { recordsOf, spell, textOf } from '../../model/attribute.ts'
import type { Catalog, CatalogObject } from '../../model/catalog.ts'
import { childrenOf } from '../../model/catalog.ts'
import { idOf, parseObjectId } from '../../model/object-id.ts'
import type { Role } from '../../model/role.ts'

/** What a role may do by one command: with the whole object, with some columns of it, or nothing. */
export interface Grant {
  /** Null for the whole object; empty for nothing. */
  readonly columns: readonly string[] | null
  /** Whether the role may grant it to others. */
  readonly grantable: boolean
}

/** Whether a role has the rights of an object's owner. */
export function isOwner(role: Role, object: CatalogObject): boolean {
  return role.superuser || reachOf(role).includes(textOf(object, 'owner') ?? '')
}

/** Whether a role may use the schema of an object; one that no catalog has is assumed to be usable. */
export function mayUseSchema(catalog: Catalog, role: Role, object: CatalogObject): boolean {
  const [schema = ''] = parseObjectId(object.id).spelled
  const found = catalog.objects.get(idOf('schema', schema))
  if (found === undefined || isOwner(role, found)) return true
  return ownRights(role, found, 'usage').length > 0 || hasEverywhere(role, 'usage')
}

/** What a role may do with an object by one command, memberships and PUBLIC included. */
export function grantOf(
  catalog: Catalog,
  role: Role,
  { object, command }: { readonly object: CatalogObject; readonly command: string },
): Grant {
  if (isOwner(role, object)) return { columns: null, grantable: true }
  if (hasEverywhere(role, command)) return { columns: null, grantable: false }
  const whole = ownRights(role, object, command)
  if (whole.length > 0) return { columns: null, grantable: whole.includes(true) }
  const parts = childrenOf(catalog, object.id)
    .filter(({ kind }) => kind === 'column' || kind === 'viewColumn')
    .map((column) => ({ column, rights: ownRights(role, column, command) }))
    .filter(({ rights }) => rights.length > 0)
  return {
    columns: parts.map(({ column }) => parseObjectId(column.id).spelled.at(-1) ?? ''),
    grantable: parts.some(({ rights }) => rights.includes(true)),
  }
}

/** What PostgreSQL's own roles may do with every table, view and sequence, and in every schema. */
const everywhere: Readonly<Record<string, readonly string[]>> = {
  pg_read_all_data: ['select', 'usage'],
  pg_write_all_data: ['insert', 'update', 'delete', 'usage'],
  pg_maintain: ['maintain'],
}

function hasEverywhere(role: Role, command: string): boolean {
  return Object.entries(everywhere).some(
    ([name, commands]) => commands.includes(command) && role.inherits.includes(name),
  )
}

/** The roles whose rights a role has: its own, PUBLIC's, and those that it inherits. */
export function reachOf({ name, inherits }: Role): readonly string[] {
  return [name, 'public', ...inherits]
}

/** For each grant of a right that reaches a role, whether it may be granted on. */
function ownRights(role: Role, object: CatalogObject, command: string): boolean[] {
  const reach = reachOf(role)
  return recordsOf(object, 'rights')
    .filter(({ grantee, privilege }) => reach.includes(spell(grantee)) && privilege === command)
    .map(({ grantable }) => grantable === true)
}
