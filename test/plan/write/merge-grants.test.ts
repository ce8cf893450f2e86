import { expect, test } from 'vitest'
import type { ObjectId } from '../../../src/model/catalog.ts'
import { comment } from '../../../src/plan/action.ts'
import type { Action } from '../../../src/plan/action.ts'
import type { Risk } from '../../../src/plan/hazards/hazard.ts'
import { statement } from '../../../src/plan/statement.ts'
import type { Statement } from '../../../src/plan/statement.ts'
import { mergeGrants } from '../../../src/plan/write/merge-grants.ts'
import { printAction } from '../../../src/plan/write/print-action.ts'
import { asId } from '../../support/object-ids.ts'

const table = asId('table public.a')
const column = (name: string): ObjectId => asId(`column public.a.${name}`)

interface Granted {
  readonly object?: ObjectId
  readonly columns?: readonly string[]
  readonly grantable?: boolean
  readonly risks?: readonly Risk[]
}

function grant(privileges: string, grantee: string, granted: Granted = {}): Statement {
  const { object = table, columns = [], grantable = false, risks = [] } = granted
  const action: Action = {
    kind: 'grant',
    privileges: privileges.split(', ').map((name) => ({ name, columns })),
    target: table,
    grantees: [grantee],
    grantable,
  }
  return { ...statement({ verb: 'grant', object }, action), risks }
}

function risk(privilege: string): Risk {
  return {
    hazard: 'opens_access',
    what: `anon may ${privilege} public.a`,
    columns: ['x'],
    privilege,
  }
}

function merged(statements: readonly Statement[]): string[] {
  return mergeGrants(statements).map(({ action }) => printAction(action))
}

test('what is granted together is said together, after the comments', () => {
  const revoke = statement(
    { verb: 'revoke', object: table },
    {
      kind: 'revoke',
      privileges: [{ name: 'all', columns: [] }],
      target: table,
      grantees: ['anon'],
    },
  )
  const statements = [
    revoke,
    grant('delete, select', 'authenticated'),
    grant('delete, select', 'service_role'),
    statement({ verb: 'comment', object: column('x') }, comment(column('x'), 'X.')),
    grant('insert, update', 'anon', { object: column('x'), columns: ['x'] }),
    grant('insert', 'anon', { object: column('y'), columns: ['y'] }),
  ]
  expect(
    mergeGrants(statements).map(({ action, object }) => `${object}: ${printAction(action)}`),
  ).toEqual([
    'table public.a: revoke all on table public.a from anon',
    "column public.a.x: comment on column public.a.x is 'X.'",
    'table public.a: grant select, delete on table public.a to authenticated, service_role',
    'table public.a: grant insert (x, y), update (x) on table public.a to anon',
  ])
})

test('a statement of several privileges tells what each of them risks', () => {
  const statements = [
    grant('insert, update', 'anon', { columns: ['x'], risks: [risk('insert'), risk('update')] }),
  ]
  expect(mergeGrants(statements).map(({ risks }) => risks)).toEqual([
    [risk('insert'), risk('update')],
  ])
})

test('a grant option and a quoted name stay as they are', () => {
  const statements = [
    grant('select', 'anon', { grantable: true }),
    grant('select', '"Ada to Bob"'),
    grant('select', 'authenticated'),
  ]
  expect(merged(statements)).toEqual([
    'grant select on table public.a to "Ada to Bob"',
    'grant select on table public.a to anon with grant option',
    'grant select on table public.a to authenticated',
  ])
})

test('a column that is granted for itself and with its table is named once', () => {
  const statements = [
    grant('select', 'anon', { columns: ['x'] }),
    grant('select', 'anon', { object: column('x'), columns: ['x'] }),
    grant('select', 'anon', { object: column('y'), columns: ['x', 'y'] }),
  ]
  expect(merged(statements)).toEqual(['grant select (x, y) on table public.a to anon'])
})
