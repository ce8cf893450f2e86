import { expect, test } from 'vitest'
import { mergeGrants } from '../../src/plan/merge-grants.ts'
import type { Statement } from '../../src/plan/statement.ts'

const table = 'table public.a'
const column = (name: string): string => `column public.a.${name}`

function statement(verb: Statement['verb'], object: string, sql: string): Statement {
  return { verb, object, sql, risks: [], endsSegment: false }
}

test('what is granted together is said together, after the comments', () => {
  const statements = [
    statement('revoke', table, 'revoke all on table public.a from anon'),
    statement('grant', table, 'grant delete, select on table public.a to authenticated'),
    statement('grant', table, 'grant delete, select on table public.a to service_role'),
    statement('comment', column('x'), "comment on column public.a.x is 'X.'"),
    statement('grant', column('x'), 'grant insert (x), update (x) on table public.a to anon'),
    statement('grant', column('y'), 'grant insert (y) on table public.a to anon'),
  ]
  expect(mergeGrants(statements).map(({ sql, object }) => `${object}: ${sql}`)).toEqual([
    'table public.a: revoke all on table public.a from anon',
    "column public.a.x: comment on column public.a.x is 'X.'",
    'table public.a: grant select, delete on table public.a to authenticated, service_role',
    'table public.a: grant insert (x, y) on table public.a to anon',
    'table public.a: grant update (x) on table public.a to anon',
  ])
})

test('a grant option and a quoted name stay as they are', () => {
  const statements = [
    statement('grant', table, 'grant select on table public.a to anon with grant option'),
    statement('grant', table, 'grant select on table public.a to "Ada to Bob"'),
    statement('grant', table, 'grant select on table public.a to authenticated'),
  ]
  expect(mergeGrants(statements).map(({ sql }) => sql)).toEqual([
    'grant select on table public.a to "Ada to Bob"',
    'grant select on table public.a to anon with grant option',
    'grant select on table public.a to authenticated',
  ])
})

test('a column that is granted for itself and with its table is named once', () => {
  const statements = [
    statement('grant', table, 'grant select (x) on table public.a to anon'),
    statement('grant', column('x'), 'grant select (x) on table public.a to anon'),
    statement('grant', column('y'), 'grant select (x, y) on table public.a to anon'),
  ]
  expect(mergeGrants(statements).map(({ sql }) => sql)).toEqual([
    'grant select (x, y) on table public.a to anon',
  ])
})
