import type { CoverageRow } from './coverage-rows.ts'

/** The attributes of one version of PostgreSQL. */
export interface VersionRows {
  readonly version: number
  readonly rows: readonly CoverageRow[]
}

/** docs/coverage.md: a table for each catalog, a line for each attribute of any version. */
export function renderCoveragePage(versions: readonly VersionRows[]): string {
  const lines = new Map<string, { readonly row: CoverageRow; readonly versions: number[] }>()
  for (const { version, rows } of versions)
    for (const row of rows) {
      const key = `${row.catalog}.${row.attribute}`
      const line = lines.get(key) ?? { row, versions: [] }
      line.versions.push(version)
      lines.set(key, line)
    }
  const catalogs = Map.groupBy(lines.values(), ({ row }) => row.catalog)
  const sections = [...catalogs]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([catalog, group]) => renderCatalog(catalog, group))
  return `${[about(versions), ...sections].join('\n\n')}\n`
}

/** What of a line says what is done with the attribute. */
export function cellsOf({ attribute, planned, reported, reason }: CoverageRow): string[] {
  return [attribute, planned.join(', '), reported.join(', '), reason]
}

function about(versions: readonly VersionRows[]): string {
  const rows = versions.at(-1)?.rows ?? []
  const count = (has: (row: CoverageRow) => boolean): string => String(rows.filter(has).length)
  return [
    '# What is planned, what is reported',
    '',
    'Every column of every catalog of PostgreSQL is an attribute of some kind of object. This page says what is done when it',
    'differs between two states. `npm run docs:coverage` writes it from the catalogs of PostgreSQL 15, 17 and 18.',
    '',
    '- **planned**: edits of it are planned for these kinds, and proved on copies in both directions.',
    '- **reported**: edits of it are refused by name for these kinds; nothing is written.',
    '- **out of scope**: it is in neither list, for this reason.',
    '',
    'The kinds are named as `pg_identify_object` names them. The lists come from a test that makes an edit of each attribute on a',
    'server, as a superuser where it takes one. A kind in both lists has edits of both sorts.',
    `Of ${String(rows.length)} attributes of the newest version, edits of ${count(({ planned }) => planned.length > 0)} are planned, of ${count(
      ({ planned, reported }) => planned.length === 0 && reported.length > 0,
    )} reported only, and ${count(({ reason }) => reason !== '')} are out of scope.`,
  ].join('\n')
}

function renderCatalog(
  catalog: string,
  lines: readonly { readonly row: CoverageRow; readonly versions: readonly number[] }[],
): string {
  const cells = lines.map(({ row, versions }) => {
    const [attribute = '', ...rest] = cellsOf(row)
    return [attribute, versions.join(', '), ...rest]
  })
  const heads = ['attribute', 'PostgreSQL', 'planned', 'reported', 'out of scope']
  const table = [heads, heads.map(() => '---'), ...cells]
  return [`## ${catalog}`, '', ...table.map((line) => `| ${line.join(' | ')} |`)].join('\n')
}
