import { expect, test } from 'vitest'
import type { CatalogObject, ObjectId } from '../../../src/model/catalog.ts'
import { alter, alterBelow, comment, drop } from '../../../src/plan/action.ts'
import { adopt } from '../../../src/plan/atlas/adopt.ts'
import { statement } from '../../../src/plan/statement.ts'
import type { TableAction } from '../../../src/sql/parsed/table-action.ts'
import { kindIn } from '../toy.ts'
import { asId } from '../../support/object-ids.ts'

const object = (id: ObjectId, parent: ObjectId | null = null): CatalogObject => ({
  kind: kindIn(id),
  id,
  schema: 'public',
  parent,
  attributes: {},
})
const table = asId('table public.notes')
const [column, index] = [asId('column public.notes.a'), asId('index public.notes.i')]
const second = asId('column public.notes.b')
const catalog = {
  serverVersion: 170_000,
  role: 'postgres',
  objects: new Map(
    [object(table), object(column, table), object(second, table), object(index, table)].map(
      (each) => [each.id, each],
    ),
  ),
  dependencies: [],
}
const context = { from: catalog, to: catalog }

const adds = statement(
  { verb: 'create', object: column },
  alterBelow('table public.notes', 'add column a text'),
  { attribute: 'type' },
)
const grants = statement({ verb: 'grant', object: column }, comment('column public.notes.a', null))
const drops = statement({ verb: 'drop', object: index }, drop('index public.i'))
const action: TableAction = {
  kind: 'column',
  schema: 'public',
  table: 'notes',
  name: 'a',
  verb: 'create',
  part: '',
  sql: "Atlas's column",
}

test("Atlas's statement stands in the place of ours, with what ours is known to set", () => {
  expect(adopt([grants, adds], { tables: [table], actions: [action] }, context)).toEqual({
    statements: [
      grants,
      { ...adds, action: { kind: 'atlas', part: '', text: "Atlas's column" }, by: 'atlas' },
    ],
    fallbacks: [],
  })
})

test('a table about which Atlas was not asked keeps ours', () => {
  expect(adopt([adds], { tables: [], actions: [] }, context).statements).toEqual([adds])
})

test('a table of which Atlas says less keeps ours, all of them', () => {
  const other = statement({ verb: 'alter', object: second }, alter('column', 'b'))
  expect(adopt([adds, other], { tables: [table], actions: [action] }, context)).toEqual({
    statements: [adds, other],
    fallbacks: [{ object: table, reason: { kind: 'less', action: other.action } }],
  })
})

test('a table of which Atlas says more, or something that cannot be read, keeps ours', () => {
  const more = { ...action, name: 'b', sql: 'drop everything' }
  const said = [more, { sql: 'set x' }].map(
    (other) => adopt([adds], { tables: [table], actions: [action, other] }, context).fallbacks,
  )
  expect(said).toEqual([
    [{ object: table, reason: { kind: 'more', sql: 'drop everything' } }],
    [{ object: table, reason: { kind: 'more', sql: 'set x' } }],
  ])
})

test('what goes along with a column needs no word of Atlas, and a dropped index is found by its schema', () => {
  expect(adopt([drops, adds], { tables: [table], actions: [action] }, context)).toEqual({
    statements: [
      drops,
      { ...adds, action: { kind: 'atlas', part: '', text: "Atlas's column" }, by: 'atlas' },
    ],
    fallbacks: [],
  })
  const goes: TableAction = { ...action, kind: 'index', table: null, name: 'i', verb: 'drop' }
  expect(adopt([drops], { tables: [table], actions: [goes] }, context).statements).toEqual([
    { ...drops, action: { kind: 'atlas', part: '', text: "Atlas's column" }, by: 'atlas' },
  ])
})
