import { beforeAll, describe, expect, test } from 'vitest'
import { withDatabase } from '../../../src/postgres/connect.ts'
import { readCatalogs } from '../../../src/proof/catalog-columns.ts'
import type { Difference } from '../../../src/proof/compare.ts'
import { passedOver } from '../../../src/proof/exceptions.ts'
import { fieldNames } from '../../../src/proof/line-query.ts'
import type { State } from '../../../src/proof/state.ts'
import { useDatabase, withTestWorkbench } from '../../support/database.ts'
import { edits } from './edits.ts'
import { untouched } from './not-edited.ts'
import { see, tryEdit, withGround } from './try-edit.ts'

const db = useDatabase({ kind: 'empty' })
const newest = 18

/** What the edits change, as far as they were tried: `pg_class`, `pg_class.relname`. */
const changed = new Set<string>()
let unedited: State

beforeAll(async () => {
  unedited = await withTestWorkbench((workbench) => withGround(workbench, {}, see))
})

describe.concurrent('an edit of one of two equal databases is planned and proved, or named', () => {
  test.each(edits.map((edit) => ({ ...edit, edit })))(
    '$sql',
    async ({ edit, since = 15, names }) => {
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
    },
  )
})

describe('the edits', () => {
  test('are about each catalog that PostgreSQL has and the observer does not pass over', async () => {
    const catalogs = await withDatabase(db.adminUrl, readCatalogs)
    const names = catalogs.map(({ name }) => name).filter((name) => !(name in passedOver))
    expect(names.filter((name) => !changed.has(name))).toEqual([])
  })

  test('change each column of theirs, but for those that cannot be changed by themselves', async () => {
    if (majorOf(db.serverVersion) < newest) return
    const catalogs = await withDatabase(db.adminUrl, readCatalogs)
    const columns = catalogs
      .filter(({ name }) => !(name in passedOver))
      .flatMap((catalog) => fieldNames(catalog).map((field) => `${catalog.name}.${field}`))
    expect({
      unedited: columns.filter((column) => !changed.has(column) && !untouched.has(column)),
      absent: [...untouched.keys()].filter((column) => !columns.includes(column)),
    }).toEqual({ unedited: [], absent: [] })
  })
})

function namesOf({ catalog, fields }: Difference): string[] {
  return [catalog, ...fields.map(({ name }) => `${catalog}.${name}`)]
}

function majorOf(serverVersion: number): number {
  return serverVersion >= 10_000 ? Math.floor(serverVersion / 10_000) : serverVersion
}
