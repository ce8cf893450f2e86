import { expect, test } from 'vitest'
import type { Catalog, CatalogObject } from '../../../src/model/catalog.ts'
import { rules } from '../../../src/plan/rules/rules.ts'
import { writePlan } from '../../../src/plan/write/write-plan.ts'
import { asId } from '../../support/object-ids.ts'

const table: CatalogObject = {
  kind: 'table',
  id: asId('table public.notes'),
  schema: 'public',
  parent: null,
  attributes: {},
}
const title: CatalogObject = {
  kind: 'column',
  id: asId('column public.notes.title'),
  schema: 'public',
  parent: table.id,
  attributes: { type: 'text', notNull: true, default: null, identity: null, local: true },
}

function catalogOf(...objects: readonly CatalogObject[]): Catalog {
  return {
    serverVersion: 170_000,
    role: 'postgres',
    objects: new Map(objects.map((object) => [object.id, object])),
    dependencies: [],
  }
}

test('a required column without a default says what a table with rows needs, and that it fails there', () => {
  const { plan, texts } = writePlan(
    { from: catalogOf(table), to: catalogOf(table, title) },
    { rules, authored: new Map() },
  )
  expect(texts).toEqual([
    `-- The column title of public.notes is new. Rows have no value for it. If there are any, add it with a default that suits them, and then drop the default.
alter table public.notes
  add column title text not null;
`,
  ])
  expect(plan.segments.flatMap(({ statements }) => statements)).toMatchObject([
    {
      object: title.id,
      risks: [
        { hazard: 'scan', what: 'public.notes' },
        { hazard: 'blocks_reads', what: 'public.notes' },
        { hazard: 'needs_empty_table', what: 'public.notes' },
      ],
    },
  ])
})

test('with a default it works on any table', () => {
  const given = { ...title, attributes: { ...title.attributes, default: "''::text" } }
  const { plan } = writePlan(
    { from: catalogOf(table), to: catalogOf(table, given) },
    { rules, authored: new Map() },
  )
  expect(plan.segments.flatMap(({ statements }) => statements)).toMatchObject([
    { risks: [{ hazard: 'blocks_reads', what: 'public.notes' }] },
  ])
})
