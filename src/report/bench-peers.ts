import type { BenchPeersResult, PairTimes, ToolTime } from '../commands/peers/bench-peers.ts'
import { markdownRow, renderTable, renderVersion } from './text-table.ts'

/** The times of all pairs, a line for each. */
export function renderBenchPeers(result: BenchPeersResult): string {
  return renderTable(tableOf(result))
}

/** docs/benchmarks.md: what was measured, on what, and which goals hold. */
export function renderPeersPage(result: BenchPeersResult, plan: readonly PlanGoal[]): string {
  const goals = [goalHeads, ...goalsOf(result), ...plan.map(planCells)]
  const parts = [
    ['# Benchmarks'],
    aboutOf(result),
    tableLines(tableOf(result)),
    ['![Time by number of tables](benchmarks.svg)'],
    ['## Goals'],
    tableLines(goals),
    reasons,
    ['## What could not be had'],
    missingOf(result),
  ]
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** What was found when the times were looked into. */
const reasons: readonly string[] = [
  '## Why some do not hold',
  '',
  '- The plan alone: of 10 tables, a third of the time is the start of Node. The rest is reading. A catalog takes about 10 queries, and',
  '  PostgreSQL needs longer to plan them than to run them on a small database. From 1,000 tables on it is the answers themselves.',
  '- The proof on a whole copy: a plan makes the copy, a statement for each object. Readers and observer look at all of it before, between and',
  '  after the two directions. The time grows with the database, not with the change.',
  '- The proof, on a copy of what the plan can have an effect on: the copy is small, but each server sums up its whole database.',
  '- `plan` of this project: a fifth of the time is the start of npm and Node, a fifth the reading of both states, and a quarter the',
  '  proof over sample rows, which looks at a copy three times. The rest is planning, and Atlas, which runs meanwhile.',
]

/** How long `plan` takes on this project, and how long it may. */
export interface PlanGoal {
  readonly name: string
  /** In milliseconds. */
  readonly median: number
  readonly goal: number
}

function aboutOf({
  serverVersion,
  node,
  processor,
  cores,
  memory,
  rounds,
}: BenchPeersResult): string[] {
  const server = renderVersion(serverVersion)
  return [
    'Planners on the same two databases of one server, each tool in turn. Times are medians from start to end of the process.',
    'Each round begins with another tool: what ran before may have left the server something to do.',
    'Each tool runs once before, on the smallest pair, and that is not counted: programs are compiled and cached.',
    'The memory is the largest resident set of the process. The server is the same for all, and its memory is not counted.',
    'A tool that does not plan the change stops the benchmark. One that does not end in time is not run on more tables.',
    '',
    '```',
    'npm run bench:peers',
    '```',
    '',
    `PostgreSQL ${server}, Node ${node}, ${processor} (${String(cores)} cores, ${gigabytes(memory)} GB), ${String(rounds)} rounds.`,
    'Times depend on the machine and on what else it does. Compare the ratios.',
  ]
}

function gigabytes(bytes: number): string {
  return (bytes / 1024 ** 3).toFixed(0)
}

function tableOf({ tools, pairs, limit }: BenchPeersResult): string[][] {
  const rows = pairs.map(({ name, times }) => [name, ...times.map((time) => cellOf(time, limit))])
  return [['', ...tools.map(({ name }) => name)], ...rows]
}

function cellOf({ milliseconds, memory }: ToolTime, limit: number): string {
  if (memory === 0) return 'not run'
  const megabytes = `${String(Math.round(memory / 1024 ** 2))} MB`
  return milliseconds === null
    ? `over ${seconds(limit)}, ${megabytes}`
    : `${seconds(milliseconds)}, ${megabytes}`
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}

const goalHeads = ['goal', 'measured', 'holds']

/** The goals of each pair: time and memory against pg-delta, the proof against the plan. */
function goalsOf({ tools, pairs }: BenchPeersResult): string[][] {
  const at = (pair: PairTimes, name: string): ToolTime | undefined =>
    pair.times[tools.findIndex((tool) => tool.name.startsWith(name))]
  return pairs.flatMap((pair) => {
    const ours = at(pair, 'ours')
    const proofs = ['proved', 'proved on a whole copy'].flatMap((words) =>
      ofProof(pair, words, [ours, at(pair, `ours, ${words}`)]),
    )
    return [...againstPeer(pair, ours, at(pair, 'pg-delta')), ...proofs]
  })
}

function againstPeer(
  { name, tables }: PairTimes,
  ours: ToolTime | undefined,
  peer: ToolTime | undefined,
): string[][] {
  if (typeof ours?.milliseconds !== 'number' || typeof peer?.milliseconds !== 'number') return []
  return [
    goal(`${name}: time, of pg-delta's`, ours.milliseconds / peer.milliseconds, 0.7),
    goal(`${name}: memory, of pg-delta's`, ours.memory / peer.memory, tables < 100 ? 1.2 : 1),
  ]
}

/** On small databases the proof may take a fixed time more, on large ones a share. */
function ofProof(
  { name, tables, changed }: PairTimes,
  words: string,
  [ours, proved]: readonly [ToolTime | undefined, ToolTime | undefined],
): string[][] {
  if (
    !changed ||
    typeof ours?.milliseconds !== 'number' ||
    typeof proved?.milliseconds !== 'number'
  )
    return []
  if (tables >= 1000)
    return [
      goal(`${name}: ${words}, of the plan's time`, proved.milliseconds / ours.milliseconds, 1.5),
    ]
  const more = proved.milliseconds - ours.milliseconds
  const cells = [`${name}: ${words}, at most 0.60 s more`, `${seconds(more)} more`]
  return [[...cells, yesOrNo(more <= 600)]]
}

function goal(name: string, ratio: number, limit: number): string[] {
  const text = `${name}, at most ${limit.toFixed(1)} ×`
  return [text, `${ratio.toFixed(2)} ×`, yesOrNo(ratio <= limit)]
}

function planCells({ name, median, goal: most }: PlanGoal): string[] {
  return [`${name}, at most ${seconds(most)}`, seconds(median), yesOrNo(median <= most)]
}

function yesOrNo(holds: boolean): string {
  return holds ? 'yes' : 'no'
}

function tableLines([heads = [], ...rows]: readonly (readonly string[])[]): string[] {
  const rule = heads.map((_, index) => (index === 0 ? '---' : '---:'))
  return [heads, rule, ...rows].map(markdownRow)
}

function missingOf({ missing }: BenchPeersResult): string[] {
  return missing.length === 0
    ? ['Every peer was installed.']
    : missing.map((reason) => `- ${reason}`)
}
