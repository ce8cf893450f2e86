import type { FleetCounts, FleetMember, FleetResult } from '../commands/fleet.ts'
import type { Paint } from './paint.ts'
import { countOf, renderDuration, renderTable } from './text-table.ts'

/** What the work came to at each database of a fleet: one table, then what failed and what differs, each by name. */
export function renderFleet(result: FleetResult, paint: Paint): string {
  const { fleet, members, counts, dryRun } = result
  return [
    paint.bold(`${fleet} (${countOf(counts.all, 'database')})`),
    renderTable(members.map(rowOf)),
    ...section('Why not:', members.filter(({ error }) => error !== null).map(errorOf), paint),
    ...section(
      'Not like the canary:',
      members.filter(({ differences }) => differences.length > 0).map(differencesOf),
      paint,
    ),
    dryRun ? paint.notice('Nothing was changed.') : '',
    renderCounts(result, paint),
  ]
    .filter((line) => line !== '')
    .join('\n')
}

function rowOf({
  name,
  canary,
  outcome,
  current,
  versions,
  equal,
  milliseconds,
}: FleetMember): string[] {
  return [
    mark(outcome),
    canary ? `${name} (canary)` : name,
    current ?? '',
    versions.length === 0 ? outcome : `${outcome} ${shorten(versions)}`,
    canary || outcome === 'not started' ? '' : equal,
    outcome === 'not started' ? '' : renderDuration(milliseconds),
  ]
}

const good: ReadonlySet<string> = new Set(['applied', 'up to date', 'as applied'])

function mark(outcome: FleetMember['outcome']): string {
  if (good.has(outcome)) return '✓'
  return outcome === 'pending' || outcome === 'not started' ? '·' : '!'
}

/** All of many versions are too wide for a table. */
function shorten(versions: readonly string[]): string {
  const [first = '', last = ''] = [versions[0], versions.at(-1)]
  return versions.length <= 3
    ? versions.join(', ')
    : `${first} … ${last} (${String(versions.length)})`
}

function errorOf({ name, error }: FleetMember): string {
  return `${name}: ${error ?? ''}`
}

/** A fleet of which a part is otherwise has the same differences many times: a few tell. */
function differencesOf({ name, differences }: FleetMember): string {
  const more = differences.length - shown
  const rest = more > 0 ? [`and ${String(more)} more`] : []
  return `${name}: ${[...differences.slice(0, shown), ...rest].join('; ')}`
}

const shown = 5

function section(title: string, lines: readonly string[], paint: Paint): string[] {
  return lines.length === 0
    ? []
    : [paint.bad(title), ...lines.map((line) => line.replaceAll(/^/gm, '  '))]
}

function renderCounts({ counts }: FleetResult, paint: Paint): string {
  const { failed, notStarted, different } = counts
  const others: [number, string][] = [
    [failed, 'failed'],
    [notStarted, 'not started'],
    [different, 'not like the canary'],
    [counts.notCompared - failed - notStarted, 'not compared'],
  ]
  const said = others
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${String(count)} ${what}`)
  const text = [`${countEqual(counts)} like the canary`, ...said].join(', ')
  return failed + notStarted + different === 0 ? paint.good(`${text}.`) : paint.bad(`${text}.`)
}

function countEqual({ equal, all }: FleetCounts): string {
  return `${String(equal)} of ${String(all)}`
}
