import { expect, it } from 'vitest'
import type { Catalog, CatalogObject, Value } from '../../src/model/catalog.ts'
import { idOf } from '../../src/model/object-id.ts'
import { conditionsOf } from '../../src/pgtap/policy-conditions.ts'

const table = tableWith('on')
const policy = { command: 'all', permissive: true, roles: ['members'], using: null, check: null }
const policies = [
  { ...policy, roles: ['staff'], using: 'of staff' },
  { ...policy, command: 'select', roles: ['public'], using: 'of all' },
  { ...policy, command: 'insert', check: 'new' },
  { ...policy, command: 'update', using: 'old', check: 'changed' },
  { ...policy, permissive: false, command: 'delete', using: 'not kept' },
]
const role = { name: 'members', superuser: false, bypassesRowSecurity: false, inherits: [] }

it('are of permissive policies any and of restrictive ones all, for a role and those whose rights it has', () => {
  const catalog = catalogOf(table)
  expect(conditionsOf(catalog, table, role)).toEqual({
    select: 'of all',
    insert: 'new',
    update: 'old',
    becomes: 'changed',
    delete: 'false',
  })
  expect(conditionsOf(catalog, table, { ...role, inherits: ['staff'] })).toEqual({
    select: '(of staff or of all)',
    insert: '(of staff or new)',
    update: '(of staff or old)',
    becomes: '(of staff or changed)',
    delete: 'of staff and not kept',
  })
})

it('are none for a role that passes row security, and where it is off', () => {
  const open = { select: 'true', insert: 'true', update: 'true', becomes: 'true', delete: 'true' }
  const off = tableWith('off')
  expect(conditionsOf(catalogOf(table), table, { ...role, bypassesRowSecurity: true })).toEqual(
    open,
  )
  expect(conditionsOf(catalogOf(off), off, role)).toEqual(open)
})

function catalogOf(notes: CatalogObject): Catalog {
  const objects = [
    notes,
    ...policies.map((attributes, at) => policyOf(notes, String(at), attributes)),
  ]
  return {
    serverVersion: 170_000,
    role: 'postgres',
    objects: new Map(objects.map((each) => [each.id, each])),
    dependencies: [],
  }
}

function tableWith(rowSecurity: string): CatalogObject {
  return {
    kind: 'table',
    id: idOf('table', 'public.notes'),
    schema: 'public',
    parent: null,
    attributes: { rowSecurity },
  }
}

function policyOf(
  { id }: CatalogObject,
  name: string,
  attributes: Readonly<Record<string, Value>>,
): CatalogObject {
  return {
    kind: 'policy',
    id: idOf('policy', `public.notes.p${name}`),
    schema: 'public',
    parent: id,
    attributes,
  }
}
