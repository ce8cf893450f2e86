import type { SeedResult } from '../commands/db-seed.ts'
import type { Paint } from './paint.ts'
import { countOf, renderTable } from './text-table.ts'

/** How many rows each table got. */
export function renderSeed({ environment, address, tables }: SeedResult, paint: Paint): string {
  const rows = tables.reduce((sum, { inserted }) => sum + inserted, 0)
  const filled = tables.filter(({ inserted }) => inserted > 0).length
  const outcome =
    rows === 0
      ? paint.notice('Nothing to insert: the sample rows are there.')
      : paint.good(`Inserted ${countOf(rows, 'row')} into ${countOf(filled, 'table')}.`)
  return [
    `${environment} (${address})`,
    ...(tables.length === 0
      ? []
      : [renderTable(tables.map(({ table, inserted }) => [table, String(inserted)]))]),
    tables.length === 0 ? paint.notice('There are no files of sample rows.') : outcome,
  ].join('\n')
}
