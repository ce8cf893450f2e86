import type { BenchPeersResult, PeerTask } from '../commands/bench-peers.ts'
import type { MeasuredRun } from '../commands/measured-run.ts'
import { renderTable } from './text-table.ts'

/** The medians, a line for each task. */
export function renderBenchPeers(result: BenchPeersResult): string {
  return renderTable([headsOf(result), ...result.tasks.map((task) => cellsOf(task, result))])
}

/** docs/benchmarks.md: what was measured, and how to read it. */
export function renderPeersPage(result: BenchPeersResult): string {
  const { machine, serverVersion, rounds, limit, tools, tasks } = result
  const server = `${String(Math.floor(serverVersion / 10_000))}.${String(serverVersion % 10_000)}`
  const heads = headsOf(result)
  return `# Benchmarks

How long tools take for the plan between two databases of one server: one column is added to one of N tables, or nothing
differs. Each table has a primary key, an identity, a check, a foreign key, an index and a default. Each run is a process,
timed from its start to its end; the tools take turns, ${String(rounds)} rounds. Median time, and the most memory of any run.

\`npm run bench:peers\` wrote this page and its chart: PostgreSQL ${server} on the same machine (${String(machine.cores)} cores,
${String(machine.gigabytes)} GB), Node ${machine.node}. ${tools.map(({ name, version }) => `${name}: ${version}`).join('; ')}.

![Seconds by tables and tool](benchmarks.svg)

${tableOf([heads, ...tasks.map((task) => cellsOf(task, result))])}

A ratio is this project's median without a proof to pg-delta's, and with a proof to its own without one.

${tableOf([['tables', 'change', 'to pg-delta', 'proof to no proof'], ...tasks.map(ratiosOf)])}

What a run that did not end took is \`> ${String(limit)} s\`; an exit code that tells of an error is \`failed\`. A proof runs the
plan in both directions on a copy and compares the results; the other tools have none that is run by this command.
`
}

function headsOf({ tools }: BenchPeersResult): string[] {
  return ['tables', 'change', ...tools.map(({ name }) => name)]
}

function cellsOf({ tables, change, runs }: PeerTask, { tools, limit }: BenchPeersResult): string[] {
  return [String(tables), change, ...tools.map(({ name }) => cellOf(runs[name] ?? [], limit))]
}

function cellOf(runs: readonly MeasuredRun[], limit: number): string {
  const failed = runs.find(({ ended }) => !ended)
  if (failed !== undefined)
    return failed.milliseconds >= limit * 1000 ? `> ${String(limit)} s` : 'failed'
  const memory = Math.max(...runs.map(({ megabytes }) => megabytes))
  return `${seconds(medianOf(runs))}, ${memory.toFixed(0)} MB`
}

/** The median of the runs, in milliseconds; NaN where one did not end. */
function medianOf(runs: readonly MeasuredRun[] = []): number {
  if (runs.some(({ ended }) => !ended)) return Number.NaN
  const sorted = runs.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function ratiosOf({ tables, change, runs }: PeerTask): string[] {
  const [own, proved, delta] = ['this project, no proof', 'this project, proved', 'pg-delta'].map(
    (name) => medianOf(runs[name]),
  )
  return [String(tables), change, ratio(own, delta), ratio(proved, own)]
}

function ratio(a = Number.NaN, b = Number.NaN): string {
  return Number.isNaN(a / b) ? '' : (a / b).toFixed(2)
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}

function tableOf([heads = [], ...rows]: readonly (readonly string[])[]): string {
  return [lineOf(heads), lineOf(heads.map(() => '---')), ...rows.map(lineOf)].join('\n')
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
