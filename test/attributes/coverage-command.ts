import { readFile } from 'node:fs/promises'
import type { Context } from '../../src/files/context.ts'
import { withDatabase } from '../../src/postgres/connect.ts'
import { readCatalogs } from '../../src/observer/catalog-columns.ts'
import { withWorkbench } from '../../src/workbench/workbench.ts'
import { covered, parseCoverage } from './covered.ts'
import type { Coverage } from './covered.ts'
import { coverageRows } from './coverage-rows.ts'
import type { VersionRows } from './render-coverage.ts'

/** The versions of PostgreSQL that docs/coverage.md tells of. */
const versions = [15, 17, 18]

/** Reads the catalogs of each version from a server of it, and what edits of them came to. */
export async function coverageCommand(context: Context): Promise<VersionRows[]> {
  const coverage = parseCoverage(await readFile(covered, 'utf8'))
  const all: VersionRows[] = []
  for (const version of versions) {
    context.talk.step(`PostgreSQL ${String(version)}`)
    all.push({ version, rows: await rowsOf(context, version, coverage) })
  }
  return all
}

async function rowsOf(
  context: Context,
  version: number,
  coverage: Coverage,
): Promise<VersionRows['rows']> {
  const variables = { ...context.variables, WORKBENCH_POSTGRES: String(version) }
  return withWorkbench({ ...context, variables }, async ({ url }) => {
    const catalogs = await withDatabase(url, async (db) => readCatalogs(db, url))
    return coverageRows(catalogs, coverage)
  })
}
