import { expect, test } from 'vitest'
import type { Catalog, CatalogObject } from '../../../../src/model/catalog.ts'
import {
  addPart,
  alterBelow,
  comment,
  create,
  dropPart,
  renameTo,
} from '../../../../src/plan/action.ts'
import type { Action } from '../../../../src/plan/action.ts'
import type { Hazard } from '../../../../src/plan/hazards/hazard.ts'
import { statement } from '../../../../src/plan/statement.ts'
import type { Statement, Verb } from '../../../../src/plan/statement.ts'
import { printAction } from '../../../../src/plan/write/print-action.ts'
import { mergeAlters } from '../../../../src/plan/write/together/merge-alters.ts'
import { asId } from '../../../support/object-ids.ts'

const t = object('table', 'public.t', null)
const u = object('table', 'public.u', null)
const child = { ...object('table', 'public.c', null), attributes: { inherits: [t.id] } }
const columns = ['a', 'b', 'c'].map((name) => object('column', `public.t.${name}`, t.id))
const below = object('column', 'public.c.b', child.id)
const standalone = catalogOf(t, u, ...columns)
const inherited = catalogOf(t, u, child, ...columns, below)

function object(
  kind: 'table' | 'column',
  name: string,
  parent: CatalogObject['parent'],
): CatalogObject {
  return { kind, id: asId(`${kind} ${name}`), schema: 'public', parent, attributes: {} }
}

function catalogOf(...objects: readonly CatalogObject[]): Catalog {
  const byId = new Map(objects.map((each) => [each.id, each]))
  return { serverVersion: 170_000, role: 'postgres', objects: byId, dependencies: [] }
}

function say(verb: Verb, id: string, action: Action): Statement {
  return statement({ verb, object: asId(id) }, action)
}

const column = (name: string): { what: string; name: string } => ({ what: 'column', name })
const subject = 'table public.t'
const add = (name: string): Statement =>
  say('create', `column public.t.${name}`, addPart({ subject, part: column(name) }, 'integer'))
const drop = (name: string): Statement =>
  say('drop', `column public.t.${name}`, dropPart({ subject, part: column(name) }))
const retype = (name: string, of = subject): Statement =>
  say('alter', `column public.t.${name}`, {
    kind: 'alterColumn',
    subject: of,
    column: name,
    part: 'type',
    value: 'bigint',
  })

const identity = (part: 'add' | 'drop identity', name: string): Statement =>
  say('alter', `column public.t.${name}`, {
    kind: 'alterColumn',
    subject,
    column: name,
    part,
    ...(part === 'add' && { value: 'generated always as identity' }),
  })

function risking(hazard: Hazard, each: Statement, what = 'public.t'): Statement {
  return { ...each, risks: [{ hazard, what }] }
}

function merge(
  statements: readonly Statement[],
  {
    catalog = standalone,
    edges = [],
  }: { catalog?: Catalog; edges?: { before: string; after: string }[] } = {},
): string[] {
  return mergeAlters(statements, { from: catalog, to: catalog }, edges).map(({ action }) =>
    printAction(action).replaceAll(/\s+/g, ' '),
  )
}

test('what changes one table is one statement, across comments and what is about other tables', () => {
  const other = say('alter', 'table public.u', alterBelow('table public.u', 'cluster on i'))
  expect(
    merge([
      add('a'),
      say('comment', 'column public.t.a', comment('column public.t.a', 'x')),
      other,
      drop('b'),
      retype('c'),
    ]),
  ).toEqual([
    'alter table public.t add column a integer, drop column b, alter column c type bigint',
    "comment on column public.t.a is 'x'",
    'alter table public.u cluster on i',
  ])
})

test('each part keeps its object, verb and risks, and the statement has the risks of all', () => {
  const parts = [risking('data_loss', drop('a'), 'a'), risking('data_loss', drop('b'), 'b')]
  const [merged] = mergeAlters(parts, { from: standalone, to: standalone }, [])
  expect(merged).toMatchObject({
    object: t.id,
    verb: 'alter',
    parts,
    risks: parts.flatMap(({ risks }) => risks),
  })
})

test('what has to come after something else is waited for, unless that needs what waits', () => {
  const type = say('create', 'enum public.e', create('type public.e', ' as enum ()'))
  const before = { before: 'make enum public.e', after: 'change column public.t.b' }
  expect(merge([retype('a'), type, retype('b'), retype('c')], { edges: [before] })).toEqual([
    'create type public.e as enum ()',
    'alter table public.t alter column a type bigint, alter column b type bigint, alter column c type bigint',
  ])
  const after = { before: 'change column public.t.a', after: 'make enum public.e' }
  expect(merge([retype('a'), type, retype('b'), retype('c')], { edges: [before, after] })).toEqual([
    'alter table public.t alter column a type bigint',
    'create type public.e as enum ()',
    'alter table public.t alter column b type bigint, alter column c type bigint',
  ])
  const told = say('comment', 'column public.t.a', comment('column public.t.a', 'x'))
  expect(merge([add('a'), told, type, retype('b')], { edges: [before] })).toHaveLength(4)
})

test('a rename, the reading of the column, and the place where data moves stay between', () => {
  const renames = say('rename', 'column public.t.c', renameTo(subject, 'd', column('c')))
  const reads = say('alter', 'sequence public.s', {
    kind: 'setPosition',
    sequence: 'public.s',
    last: 'max(a)',
    table: 'public.t',
    column: asId('column public.t.b'),
    where: [],
    having: ['true'],
  })
  expect(merge([add('a'), renames, add('b')])).toHaveLength(3)
  expect(merge([retype('b'), reads, drop('b')])).toHaveLength(3)
  expect(merge([add('a'), reads, add('c')])).toEqual([
    'alter table public.t add column a integer, add column c integer',
    "select pg_catalog.setval('public.s', max(a)) from public.t having true",
  ])
  expect(merge([add('a'), { ...drop('b'), leavesRoom: true }, drop('c')])).toEqual([
    'alter table public.t add column a integer',
    'alter table public.t drop column b, drop column c',
  ])
})

test('what is said of a table alone stays apart from what reaches its heirs, and of one column stays in order', () => {
  const ofChild = say('alter', 'table public.c', alterBelow('table public.c', 'cluster on i'))
  expect(merge([retype('a'), ofChild, retype('b')], { catalog: inherited })).toHaveLength(3)
  const only = retype('b', 'table only public.t')
  expect(merge([retype('a'), only], { catalog: inherited })).toHaveLength(2)
  expect(merge([retype('a'), only, retype('c')], { catalog: inherited })).toEqual([
    'alter table public.t alter column a type bigint, alter column c type bigint',
    'alter table only public.t alter column b type bigint',
  ])
  const ofBelow = { ...retype('b', 'table public.c'), object: below.id }
  expect(merge([retype('b'), ofBelow, drop('b')], { catalog: inherited })).toHaveLength(3)
  expect(merge([retype('a'), ofBelow, retype('c')], { catalog: inherited })).toHaveLength(2)
  expect(merge([retype('a'), only])).toEqual([
    'alter table public.t alter column a type bigint, alter column b type bigint',
  ])
})

test('an identity is added in one statement with the rest, and goes in one without a new type', () => {
  expect(merge([retype('a'), identity('add', 'a'), identity('add', 'b')])).toHaveLength(1)
  expect(merge([identity('drop identity', 'a'), retype('a')])).toHaveLength(2)
  expect(merge([identity('drop identity', 'a'), retype('b')])).toHaveLength(1)
})

test('a check that proves a column to be without nulls stays until that is so', () => {
  const notNull = say('alter', 'column public.t.a', {
    kind: 'alterColumn',
    subject,
    column: 'a',
    part: 'set not null',
  })
  const part = { what: 'constraint', name: 'k' }
  const dropsCheck = say('drop', 'constraint public.t.k', dropPart({ subject, part }))
  expect(merge([notNull, dropsCheck])).toHaveLength(2)
  expect(merge([dropsCheck, notNull])).toHaveLength(1)
})

test('what reads rows under a weak lock is not joined by what takes a stronger one', () => {
  expect(
    merge([risking('blocks_writes', add('a')), risking('blocks_reads', add('b'))]),
  ).toHaveLength(2)
  expect(
    merge([risking('blocks_reads', add('a')), risking('blocks_writes', add('b'))]),
  ).toHaveLength(1)
})
