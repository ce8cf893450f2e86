import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { withDatabase } from '../../../src/postgres/connect.ts'
import { readCatalogs } from '../../../src/observer/catalog-columns.ts'
import { passedOver } from '../../../src/observer/exceptions/passed-over.ts'
import { fieldNames } from '../../../src/observer/line-query.ts'
import type { State } from '../../../src/proof/state.ts'
import { useDatabase, withTestWorkbench } from '../../support/database.ts'
import { covered, noteTrial, parseCoverage, renderCoverage } from '../../attributes/covered.ts'
import type { Coverage } from '../../attributes/covered.ts'
import { sample } from '../../support/sample.ts'
import { edits } from './edits.ts'
import type { Edit } from './edits.ts'
import { untouched } from './not-edited.ts'
import { see, tryEdit, withGround } from './try-edit.ts'
import type { Trial, Whose } from './try-edit.ts'

const db = useDatabase({ kind: 'empty' })
const newest = 18

/** What the edits of this run change. */
const changed: Coverage = new Map()
const chosen = sample(
  edits.map((edit) => ({ ...edit, name: `${edit.by ?? 'owner'}: ${edit.sql}` })),
  { usual: 1, others: 4 },
)
const grounds: Record<Whose, State | undefined> = { owner: undefined, superuser: undefined }

beforeAll(async () => {
  for (const whose of ['owner', 'superuser'] as const)
    grounds[whose] = await withTestWorkbench((workbench) =>
      withGround(workbench, {}, async (scratch) => see(scratch, whose)),
    )
})

describe.concurrent('an edit of one of two equal databases is planned and proved, or named', () => {
  test.each(chosen)('$name', async ({ since = 15, names, ...edit }) => {
    if (majorOf(db.serverVersion) < since) return
    const { differences, refused } = await tryBy('owner', edit)
    // What superusers own is the platform's, unless a superuser plans.
    noteTrial(
      changed,
      edit.by === 'superuser' ? await tryBy('superuser', edit) : { differences, refused },
    )
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
    const known = parseCoverage(await readFile(covered, 'utf8'))
    const columns = await readColumns()
    // Older versions have some columns of their own.
    const catalogs = new Set([...known.keys(), ...untouched.keys()].map(catalogOf))
    const isKnown = (column: string): boolean =>
      majorOf(db.serverVersion) < newest
        ? catalogs.has(catalogOf(column))
        : known.has(column) || untouched.has(column)
    expect(columns.filter((column) => !isKnown(column))).toEqual([])
  })

  test('change what they are said to change', async () => {
    if (majorOf(db.serverVersion) < newest || chosen.length < edits.length) return
    const columns = await readColumns()
    const told = new Map([...changed].filter(([column]) => columns.includes(column)))
    await expect(renderCoverage(told)).toMatchFileSnapshot(covered)
    expect([...untouched.keys()].filter((column) => !columns.includes(column))).toEqual([])
  })
})

async function tryBy(whose: Whose, edit: Edit): Promise<Trial> {
  const unedited = grounds[whose]
  if (unedited === undefined) throw new Error('the ground is made first')
  return withTestWorkbench((workbench) => tryEdit(workbench, edit, { unedited, whose }))
}

/** What PostgreSQL has and the observer does not pass over: `pg_class.relacl`. */
async function readColumns(): Promise<string[]> {
  const catalogs = await withDatabase(db.adminUrl, async (session) =>
    readCatalogs(session, db.adminUrl),
  )
  return catalogs
    .filter(({ name }) => !(name in passedOver))
    .flatMap((catalog) => fieldNames(catalog).map((field) => `${catalog.name}.${field}`))
}

function catalogOf(column: string): string {
  return column.split('.')[0] ?? ''
}

function majorOf(serverVersion: number): number {
  return serverVersion >= 10_000 ? Math.floor(serverVersion / 10_000) : serverVersion
}
