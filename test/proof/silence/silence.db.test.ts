import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { withDatabase } from '../../../src/postgres/connect.ts'
import { readCatalogs } from '../../../src/observer/catalog-columns.ts'
import type { Difference } from '../../../src/observer/compare-observations.ts'
import { passedOver } from '../../../src/observer/exceptions.ts'
import { fieldNames } from '../../../src/observer/line-query.ts'
import type { State } from '../../../src/proof/state.ts'
import { useDatabase, withTestWorkbench } from '../../support/database.ts'
import { sample } from '../../support/sample.ts'
import { edits } from './edits.ts'
import { untouched } from './not-edited.ts'
import { see, tryEdit, withGround } from './try-edit.ts'

const db = useDatabase({ kind: 'empty' })
const newest = 18

/** What all edits together change on the newest version: `pg_class.relacl`, a line each. Written by a run of all tests. */
const covered = join(import.meta.dirname, 'covered.txt')

/** What the edits of this run change. */
const changed = new Set<string>()
const chosen = sample(
  edits.map((edit) => ({ ...edit, name: `${edit.by ?? 'owner'}: ${edit.sql}` })),
  { usual: 2, others: 4 },
)
let unedited: State

beforeAll(async () => {
  unedited = await withTestWorkbench((workbench) => withGround(workbench, {}, see))
})

describe.concurrent('an edit of one of two equal databases is planned and proved, or named', () => {
  test.each(chosen)('$name', async ({ since = 15, names, ...edit }) => {
    if (majorOf(db.serverVersion) < since) return
    const { differences, refused } = await withTestWorkbench((workbench) =>
      tryEdit(workbench, edit, unedited),
    )
    differences.flatMap(namesOf).forEach((name) => changed.add(name))
    // What nobody sees would be no edit.
    expect(differences).not.toEqual([])
    // Versions may have other names for it.
    const wanted = names?.split(' | ') ?? []
    expect(names === undefined ? refused : refused.some((each) => wanted.includes(each))).toEqual(
      names === undefined ? [] : true,
    )
  })
})

describe('the edits', () => {
  test('are about each catalog and column that somebody can change', async () => {
    const known = new Set((await readFile(covered, 'utf8')).split('\n'))
    const columns = await readColumns()
    // Older versions have some columns of their own.
    const catalogs = new Set([...known, ...untouched.keys()].map(catalogOf))
    const isKnown = (column: string): boolean =>
      majorOf(db.serverVersion) < newest
        ? catalogs.has(catalogOf(column))
        : known.has(column) || untouched.has(column)
    expect(columns.filter((column) => !isKnown(column))).toEqual([])
  })

  test('change what they are said to change', async () => {
    if (majorOf(db.serverVersion) < newest || chosen.length < edits.length) return
    const columns = await readColumns()
    const lines = columns.filter((column) => changed.has(column)).toSorted()
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(covered)
    expect([...untouched.keys()].filter((column) => !columns.includes(column))).toEqual([])
  })
})

/** What PostgreSQL has and the observer does not pass over: `pg_class.relacl`. */
async function readColumns(): Promise<string[]> {
  const catalogs = await withDatabase(db.adminUrl, async (session) =>
    readCatalogs(session, db.adminUrl),
  )
  return catalogs
    .filter(({ name }) => !(name in passedOver))
    .flatMap((catalog) => fieldNames(catalog).map((field) => `${catalog.name}.${field}`))
}

function namesOf({ catalog, fields }: Difference): string[] {
  return fields.map(({ name }) => `${catalog}.${name}`)
}

function catalogOf(column: string): string {
  return column.split('.')[0] ?? ''
}

function majorOf(serverVersion: number): number {
  return serverVersion >= 10_000 ? Math.floor(serverVersion / 10_000) : serverVersion
}
