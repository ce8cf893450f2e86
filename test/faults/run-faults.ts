import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { quoted } from '../../src/cli/verbs/given-flags.ts'
import { UserError } from '../../src/errors.ts'
import type { Talk } from '../../src/files/context.ts'
import { commandLine } from '../../src/targets/follow-run.ts'
import { home } from '../support/tracked-files.ts'
import { draw, majors, nameOf } from './draw.ts'
import type { Drawn } from './draw.ts'
import { withWorker } from './ground/worker.ts'
import type { Worker } from './ground/worker.ts'
import { lastLine } from './judge/message.ts'
import { keepResult } from './results/keep.ts'
import type { Result } from './results/result.ts'
import type { CaseOutcome } from './run-case.ts'

/** Which cases to run. */
export interface FaultsRequest {
  readonly seed: number
  /** The number of the first case, from 1. */
  readonly from: number
  readonly count: number
  /** The numbers of those that are not to run again. */
  readonly done: ReadonlySet<number>
  /** Only those whose cell or scenario has this in its name. */
  readonly only: string | undefined
  /** How many servers of each version run cases at once. */
  readonly workers: number
}

/** What a run of cases came to. */
export interface FaultsResult extends Omit<FaultsRequest, 'done'> {
  readonly results: readonly Result[]
  /** What was not run, and why, by name. */
  readonly skipped: readonly string[]
}

/** Who hears of it, and who ends it before the next case. */
export interface Listener {
  readonly talk: Talk
  readonly signal: AbortSignal
}

/** Runs cases on all versions of PostgreSQL at once, and keeps each result as soon as there is one. */
export async function runFaults(
  { done, ...request }: FaultsRequest,
  { talk, signal }: Listener,
): Promise<FaultsResult> {
  const { seed, from, count, only = '' } = request
  const all = Array.from({ length: count }, (_, at) => draw(seed, from + at))
  const drawn = all.filter(
    (each) => !done.has(each.number) && `${nameOf(each)}, ${each.scenario.name}`.includes(only),
  )
  const results: Result[] = []
  const skipped = new Set<string>()
  const commit = await readCommit()
  const record = async (each: Drawn, worker: Worker): Promise<void> => {
    const result = await resultOf(each, worker, commit)
    if (typeof result === 'string') {
      skipped.add(result)
      return
    }
    await keepResult(result)
    results.push(result)
    tell(talk, result, { done: results.length, of: drawn.length })
  }
  const stopped = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve()
    })
  })
  // Once it is stopped the case that runs is left: its server goes.
  const recordUntilStopped: typeof record = async (each, worker) =>
    Promise.race([record(each, worker), stopped])
  await Promise.all(
    majors.map(async (major) => {
      const queue = drawn.filter((each) => each.major === major)
      signal.addEventListener('abort', () => queue.splice(0))
      const workers = Math.min(request.workers, queue.length)
      await Promise.all(
        Array.from({ length: workers }, () => work(major, queue, recordUntilStopped)),
      )
    }),
  )
  if (signal.aborted) throw stoppedAfter(results.length, drawn.length, request)
  return {
    ...request,
    results: results.toSorted((a, b) => a.number - b.number),
    skipped: [...skipped].toSorted(),
  }
}

function stoppedAfter(
  done: number,
  of: number,
  { seed, from, count, only, workers }: Omit<FaultsRequest, 'done'>,
): UserError {
  const flags = [
    `--seed ${String(seed)}`,
    `--from ${String(from)}`,
    `--count ${String(count)}`,
    ...(only === undefined ? [] : [`--only ${quoted(only)}`]),
    `--workers ${String(workers)}`,
    '--missing',
  ]
  return new UserError(
    `Stopped after ${String(done)} of ${String(of)} cases, whose results are kept. Continue with: ${commandLine(['test:faults'], flags)}`,
  )
}

async function work(
  major: number,
  queue: Drawn[],
  record: (drawn: Drawn, worker: Worker) => Promise<void>,
): Promise<void> {
  await withWorker(major, async (worker) => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      await record(next, worker)
    }
  })
}

/** The result of a case, or why it cannot run. */
async function resultOf(drawn: Drawn, worker: Worker, commit: string): Promise<Result | string> {
  const { fault, phase, verb, scenario } = drawn
  if (fault.needsDisk === true && worker.ground.disk === undefined)
    return `${fault.name}: no file system can be mounted here`
  const course = await worker.prepare(drawn).catch((error: unknown) => String(error))
  if (typeof course === 'string') return course
  const outcome = await worker.run(drawn, course).catch(asFault)
  return {
    seed: drawn.seed,
    number: drawn.number,
    fault: fault.name,
    phase,
    verb,
    scenario: scenario.name,
    postgres: worker.ground.version,
    ...describe(outcome),
    commit,
    at: new Date().toISOString(),
  }
}

/** An error of the test itself is a complaint: the other cases run. */
function asFault(error: unknown): CaseOutcome {
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return {
    moment: { sort: 'other', ordinal: 0, edge: 'before', after: 0 },
    struck: undefined,
    ran: { code: null, signal: null, stdout: '', stderr: '' },
    left: '',
    complaints: [`the test itself: ${said}`],
    milliseconds: 0,
  }
}

type Described = Pick<
  Result,
  'struck' | 'moment' | 'ended' | 'left' | 'said' | 'complaints' | 'milliseconds'
>

function describe({ moment, struck, ran, left, complaints, milliseconds }: CaseOutcome): Described {
  const { sort, ordinal, edge, after } = moment
  return {
    struck: struck?.detail ?? null,
    moment: `${sort} ${String(ordinal)}, ${edge} + ${String(after)} ms`,
    ended: ran.signal ?? `exit ${String(ran.code)}`,
    left,
    said: lastLine(ran),
    complaints,
    milliseconds: Math.round(milliseconds),
  }
}

function tell(
  talk: Talk,
  { number, fault, phase, verb, scenario, postgres, complaints, seed }: Result,
  { done, of }: { readonly done: number; readonly of: number },
): void {
  talk.step(`case ${String(number)} (${String(done)} of ${String(of)})`)
  if (complaints.length === 0) return
  talk.note(
    [
      `${fault}, ${phase}, ${verb}; ${scenario}; PostgreSQL ${postgres}: npm run test:faults -- --seed ${String(seed)} --from ${String(number)} --count 1`,
      ...complaints.map((complaint) => `  ${complaint}`),
    ].join('\n'),
  )
}

async function readCommit(): Promise<string> {
  const { stdout } = await promisify(execFile)('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: home,
  })
  return stdout.trim()
}
