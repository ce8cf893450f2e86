import type { BenchFleetResult, FleetTiming } from '../commands/bench-fleet.ts'
import { markdownRow, renderDuration, renderTable, renderVersion } from './text-table.ts'

/** How long a fleet takes, a line for each way. */
export function renderBenchFleet({ rows }: BenchFleetResult): string {
  return renderTable([heads, ...rows.map(cellsOf)])
}

/** docs/fleet.md: `about` is its text, with a place for what was measured. */
export function renderFleetPage(about: string, result: BenchFleetResult): string {
  const { databases, migrations, serverVersion, node, psql, cores } = result
  const server = renderVersion(serverVersion)
  const table = [heads, ['---', '---:', '---:', '---:', '---:'], ...result.rows.map(cellsOf)]
  const measured = [
    `\`npm run bench:fleet\` wrote this page: ${String(migrations)} migrations on ${String(databases)} new databases of one server, PostgreSQL ${server}`,
    `on the same machine (${String(cores)} cores), Node ${node}, ${psql}.`,
    '',
    ...table.map(markdownRow),
  ]
  return about.replace('<!-- measured -->', () => measured.join('\n'))
}

const heads = ['way', 'databases', 'all', 'a database', 'again, nothing to do: a database']

function cellsOf({ way, databases, milliseconds, again }: FleetTiming): string[] {
  return [
    way,
    String(databases),
    renderDuration(milliseconds),
    renderDuration(milliseconds / databases),
    again === null ? '' : renderDuration(again / databases),
  ]
}
