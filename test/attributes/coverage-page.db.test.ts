import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { withDatabase } from '../../src/postgres/connect.ts'
import { readCatalogs } from '../../src/observer/catalog-columns.ts'
import { useDatabase } from '../support/database.ts'
import { home } from '../support/tracked-files.ts'
import { covered, parseCoverage } from './covered.ts'
import { coverageRows } from './coverage-rows.ts'
import type { CoverageRow } from './coverage-rows.ts'
import { cellsOf } from './render-coverage.ts'

const db = useDatabase({ kind: 'empty' })

let rows: readonly CoverageRow[] = []

beforeAll(async () => {
  const coverage = parseCoverage(await readFile(covered, 'utf8'))
  rows = await withDatabase(db.adminUrl, async (session) =>
    coverageRows(await readCatalogs(session, db.adminUrl), coverage),
  )
})

describe('docs/coverage.md', () => {
  it('says of each attribute of this server what is done with it', async () => {
    const page = await readFile(join(home, 'docs', 'coverage.md'), 'utf8')
    const version = String(Math.floor(db.serverVersion / 10_000))
    const told = tablesOf(page).filter(({ versions }) => versions.includes(version))
    const wanted = rows.map((row) => `${row.catalog}: ${cellsOf(row).join(' | ')}`)
    expect(told.map(({ text }) => text).toSorted()).toEqual(wanted.toSorted())
  })

  it('leaves no attribute in no list', () => {
    const unknown = rows.filter(
      ({ planned, reported, reason }) => planned.length + reported.length === 0 && reason === '',
    )
    expect(unknown.map(({ catalog, attribute }) => `${catalog}.${attribute}`)).toEqual([])
  })
})

/** The lines of the tables, each with the versions that it is about. */
function tablesOf(page: string): { readonly versions: string[]; readonly text: string }[] {
  return page.split('\n## ').flatMap((section) => {
    const [catalog = '', ...lines] = section.split('\n')
    return lines
      .filter((line) => line.startsWith('| ') && !/^\| (?:attribute|---) /.test(line))
      .map((line) => {
        const [attribute = '', versions = '', ...rest] = line.slice(2, -2).split(' | ')
        return {
          versions: versions.split(', '),
          text: `${catalog}: ${[attribute, ...rest].join(' | ')}`,
        }
      })
  })
}
