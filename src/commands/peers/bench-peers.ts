import { cpus, totalmem } from 'node:os'
import { UserError } from '../../errors.ts'
import type { Context } from '../../files/context.ts'
import type { Variables } from '../../files/environment.ts'
import { medianOf } from '../../model/timing.ts'
import { sendText, withSession } from '../../postgres/connect.ts'
import { withPlainScratch } from '../../workbench/scratch/scratch.ts'
import type { Scratch } from '../../workbench/scratch/scratch.ts'
import type { Workbench } from '../../workbench/server/server.ts'
import { withPlainWorkbench } from '../../workbench/workbench.ts'
import { measureRun } from './measured-run.ts'
import type { MeasuredRun } from './measured-run.ts'
import { installPeers, ownTools } from './peer-tools.ts'
import type { PeerTool } from './peer-tools.ts'
import { addedColumn, changeSql, tablesSql } from './peer-states.ts'
import type { PeerPair } from './peer-states.ts'

/** What docs/benchmarks.md is written from. */
export interface BenchPeersResult {
  /** PostgreSQL's `server_version_num`. */
  readonly serverVersion: number
  readonly node: string
  readonly processor: string
  readonly cores: number
  /** Of the machine, in bytes. */
  readonly memory: number
  readonly rounds: number
  /** In milliseconds; a run is ended then. */
  readonly limit: number
  readonly tools: readonly { readonly name: string; readonly proves: boolean }[]
  readonly pairs: readonly PairTimes[]
  /** Peers that could not be installed, each with its reason. */
  readonly missing: readonly string[]
}

/** A pair of databases, and what each tool took there, in the order of the tools. */
export interface PairTimes extends PeerPair {
  readonly times: readonly ToolTime[]
}

/** Medians of the rounds. */
export interface ToolTime {
  /** Null where the tool was not done at the limit, here or on fewer tables. */
  readonly milliseconds: number | null
  /** The largest resident set, in bytes; 0 where it was not run. */
  readonly memory: number
}

/** How often each is run, and when it is ended, in milliseconds. */
interface Effort {
  readonly rounds: number
  readonly limit: number
}

/** Three rounds, as docs/benchmarks.md says. */
export const wholeEffort: Effort = { rounds: 3, limit: 30_000 }

/**
 * Times planners on the same two databases of one server, each tool in turn, in rounds. Throws UserError where a tool
 * fails or prints a plan that lacks the change.
 */
export async function benchPeersCommand(
  context: Context,
  pairs: readonly PeerPair[],
  effort: Effort,
): Promise<BenchPeersResult> {
  const { project, variables, talk } = context
  talk.step('installing the peers')
  const { tools: peers, missing } = await installPeers(project.root, variables)
  const tools = [...ownTools(project.root), ...peers]
  return withPlainWorkbench(context, undefined, async (workbench) => {
    const bench = { context, workbench, tools, effort }
    const times = await timePairs(bench, pairs)
    return {
      serverVersion: workbench.serverVersion,
      node: process.version,
      processor: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      memory: totalmem(),
      rounds: effort.rounds,
      limit: effort.limit,
      tools: tools.map(({ name, proves }) => ({ name, proves })),
      pairs: times,
      missing,
    }
  })
}

interface Bench {
  readonly context: Context
  readonly workbench: Workbench
  readonly tools: readonly PeerTool[]
  /** Those that came to an end so far. */
  readonly ending: readonly PeerTool[]
  readonly effort: Effort
}

async function timePairs(
  bench: Omit<Bench, 'ending'>,
  pairs: readonly PeerPair[],
): Promise<PairTimes[]> {
  const { tools, effort } = bench
  const times: PairTimes[] = []
  // What runs for the first time is compiled and cached: that is not counted.
  for (const pair of pairs.slice(0, 1))
    await timePair({ ...bench, effort: { ...effort, rounds: 1 }, ending: tools }, pair)
  for (const pair of pairs) {
    // One that does not end would not end on more tables.
    const ending = tools.filter((_, index) =>
      times.every((known) => known.times[index]?.milliseconds !== null),
    )
    times.push({ ...pair, times: await timePair({ ...bench, ending }, pair) })
  }
  return times
}

async function timePair(bench: Bench, pair: PeerPair): Promise<ToolTime[]> {
  const { workbench, context } = bench
  return withPlainScratch(workbench, async (from) =>
    withPlainScratch(workbench, async (to) => {
      context.talk.step(`${pair.name}: creating the tables`)
      await fill(from, pair.tables, '')
      await fill(to, pair.tables, pair.changed ? changeSql(pair.tables) : '')
      return timeTools(bench, pair, urlsOf(context.variables, from, to))
    }),
  )
}

async function fill({ adminUrl }: Scratch, count: number, change: string): Promise<void> {
  await withSession(adminUrl, async (session) => {
    const tables = tablesSql(count)
    // Not all in one transaction: it locks each table.
    for (let start = 0; start < count; start += 100)
      await sendText(session, tables.slice(start, start + 100).join('\n'))
    await sendText(session, `${change}; analyze`)
  })
}

async function timeTools(bench: Bench, pair: PeerPair, urls: Urls): Promise<ToolTime[]> {
  const { context, tools, ending, effort } = bench
  const runs = tools.map((): ToolTime[] => [])
  for (let round = 1; round <= effort.rounds; round += 1)
    for (const [index, tool] of inTurn(tools, round)) {
      if (!ending.includes(tool) || runs[index]?.at(-1)?.milliseconds === null) continue
      context.talk.step(`${pair.name}: round ${String(round)}, ${tool.name}`)
      const call = { ...tool.call(urls.from, urls.to), variables: urls.variables }
      runs[index]?.push(checkRun(await measureRun(call, effort.limit), tool, pair))
    }
  return runs.map(summarise)
}

/** Tools with their places. Each round begins with another one: what ran before has left the server something to do. */
function inTurn(tools: readonly PeerTool[], round: number): [number, PeerTool][] {
  const all = [...tools.entries()]
  const first = (round - 1) % all.length
  return [...all.slice(first), ...all.slice(0, first)]
}

/** A plan that lacks the change is not timed. */
function checkRun(run: MeasuredRun, { name }: PeerTool, { changed }: PeerPair): ToolTime {
  const { milliseconds, memory, exit, stdout, stderr } = run
  if (milliseconds !== null && stdout.includes(addedColumn) !== changed)
    throw new UserError(
      `${name} did not plan the change (exit ${String(exit)}): ${stderr.trim().split('\n').at(-1) ?? ''}`,
    )
  return { milliseconds, memory }
}

/** Two databases of one server; a list of processes shows no password. */
interface Urls {
  readonly from: string
  readonly to: string
  readonly variables: Variables
}

function urlsOf(variables: Variables, from: Scratch, to: Scratch): Urls {
  const PGPASSWORD = decodeURIComponent(new URL(from.adminUrl).password)
  return {
    from: withoutPassword(from.adminUrl),
    to: withoutPassword(to.adminUrl),
    variables: { ...variables, PGPASSWORD, PGSSLMODE: 'disable' },
  }
}

function withoutPassword(url: string): string {
  const bare = new URL(url)
  bare.password = ''
  return bare.href
}

function summarise(runs: readonly ToolTime[]): ToolTime {
  const ended = runs.flatMap(({ milliseconds }) => milliseconds ?? [])
  return {
    milliseconds: ended.length === 0 || ended.length < runs.length ? null : medianOf(ended),
    memory: medianOf(runs.map(({ memory }) => memory)),
  }
}
