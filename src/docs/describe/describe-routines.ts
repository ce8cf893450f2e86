import { recordsOf, spell, textIn, textOf, textsOf } from '../../model/attribute.ts'
import type { Catalog, CatalogObject } from '../../model/catalog.ts'
import { childrenOf, objectsOfKind } from '../../model/catalog.ts'
import { bareNameOf, nameOf } from '../../model/object-id.ts'
import type { Role } from '../../model/role.ts'
import { capitalized, listOf, say } from '../text/prose.ts'
import type { Prose } from '../text/prose.ts'
import { ownName } from './columns.ts'
import type { DataType, Routine } from './description.ts'
import { grantOf, mayUseSchema } from './grants.ts'
import { subjectOf } from './role-words.ts'

/** The functions and procedures, by name. */
export function routinesOf(catalog: Catalog, roles: readonly Role[]): Routine[] {
  return [...objectsOfKind(catalog, 'function'), ...objectsOfKind(catalog, 'procedure')]
    .map((routine) => ({
      name: nameOf(routine.id),
      comment: textOf(routine, 'comment'),
      signature: signatureOf(routine),
      manner: mannerOf(routine),
      access: [executedBy(catalog, routine, roles)],
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Enums, domains, composite and range types, by name. */
export function typesOf(catalog: Catalog): DataType[] {
  return (['enum', 'domain', 'composite', 'range'] as const)
    .flatMap((kind) => objectsOfKind(catalog, kind))
    .map((type) => ({
      kind: type.kind,
      name: nameOf(type.id),
      comment: textOf(type, 'comment'),
      labels: type.kind === 'enum' ? textsOf(type, 'labels') : [],
      definition: definitionOf(catalog, type),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function signatureOf(routine: CatalogObject): string {
  const result = textOf(routine, 'result')
  const call = `${bareNameOf(routine.id)}(${textIn(routine, 'arguments')})`
  return result === null ? call : `${call} returns ${result}`
}

function mannerOf(routine: CatalogObject): string {
  const rights =
    textIn(routine, 'security') === 'definer'
      ? `with the rights of its owner ${textIn(routine, 'owner')}`
      : 'with the rights of the caller'
  return `${textIn(routine, 'language')}, ${textIn(routine, 'volatility')}, ${rights}`
}

function executedBy(catalog: Catalog, routine: CatalogObject, roles: readonly Role[]): Prose {
  const callers = roles.filter((role) => mayExecute(catalog, role, routine))
  const words = listOf(callers.map(({ name }) => subjectOf(name).words))
  return callers.length === 0
    ? ['Nobody but its owner may call it.']
    : say`${capitalized(words)} may call it.`
}

function mayExecute(catalog: Catalog, role: Role, routine: CatalogObject): boolean {
  const { columns } = grantOf(catalog, role, { object: routine, command: 'execute' })
  return columns === null && mayUseSchema(catalog, role, routine)
}

function definitionOf(catalog: Catalog, type: CatalogObject): string[] {
  if (type.kind === 'range') return [`subtype ${textIn(type, 'subtype')}`]
  if (type.kind === 'composite')
    return recordsOf(type, 'fields').map(
      (field) => `${spell(field['name'])} ${spell(field['type'])}`,
    )
  if (type.kind === 'enum') return []
  const checks = childrenOf(catalog, type.id).map(
    (check) => `constraint ${ownName(check)} ${textIn(check, 'definition')}`,
  )
  return [textIn(type, 'type'), ...checks]
}
