import { recordsOf, spell, textOf, textsOf } from '../../model/attribute.ts'
import type { Catalog, CatalogObject } from '../../model/catalog.ts'
import type { Role } from '../../model/role.ts'
import { code, listOf, say } from '../text/prose.ts'
import type { RoleText } from './description.ts'

/**
 * The roles of which there is something to say: those that a grant or a policy names. PUBLIC is among them where it
 * may do more than the others are told to. Owners are left out: they may do everything.
 */
export function rolesOf(catalog: Catalog, known: readonly Role[]): Role[] {
  const objects = [...catalog.objects.values()].filter(({ kind }) => kind !== 'defaultPrivileges')
  const owners = new Set(objects.map((object) => textOf(object, 'owner')))
  const named = new Set(objects.flatMap(namesIn))
  const roles = known.filter(({ name }) => named.has(name) && !owners.has(name))
  return objects.some(isOpen) ? [publicRole, ...roles] : roles
}

/** What is to be known of each role, besides its rights. */
export function roleTexts(roles: readonly Role[]): RoleText[] {
  return roles.map(({ name, bypassesRowSecurity, superuser, inherits }) => ({
    name,
    about: [
      ...(name === 'public' ? ['what every role may do'] : []),
      ...(bypassesRowSecurity || superuser
        ? ['passes row security: its grants reach every row']
        : []),
      ...(inherits.length > 0 ? say`has the rights of ${listOf(inherits.map(code))}` : []),
    ],
  }))
}

const publicRole: Role = {
  name: 'public',
  superuser: false,
  bypassesRowSecurity: false,
  inherits: [],
}

/** Kinds that everybody may use unless somebody says otherwise: it tells little that PUBLIC may. */
const openByThemselves = new Set(['schema', 'enum', 'domain', 'composite', 'range'])

function isOpen(object: CatalogObject): boolean {
  return !openByThemselves.has(object.kind) && namesIn(object).includes('public')
}

function namesIn(object: CatalogObject): string[] {
  const grantees = recordsOf(object, 'rights').map(({ grantee }) => spell(grantee))
  return object.kind === 'policy' ? textsOf(object, 'roles') : grantees
}
