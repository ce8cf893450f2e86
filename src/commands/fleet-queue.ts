import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from '../files/context.ts'
import { fleetName } from '../files/fleet-file.ts'
import { loadMigrations } from '../files/migrations.ts'
import { UserError } from '../errors.ts'
import type { Member } from '../targets/fleet/members.ts'
import { withFleetQueue } from '../targets/fleet/queue.ts'
import type { FleetQueue, SeenJob } from '../targets/fleet/queue.ts'
import { unfinished } from './fleet-work.ts'
import type { CanaryMeasure, FleetWork, MemberResult } from './fleet-work.ts'

/** What a worker is told: names alone, so that no secret is in the control database. */
export interface FleetJob {
  /** Names the run that put it into the queue. */
  readonly run: string
  /** The name of the database in the list of the fleet. */
  readonly member: string
  readonly work: FleetWork
  /** The version that the canary is at; null where the canary could not be read. */
  readonly canary: { readonly current: string | null } | null
  /** What the worker's checkout must be. */
  readonly checkout: string
}

/** What a run by the queue is asked for. */
export interface QueueRun {
  /** The path of the file that lists the databases. */
  readonly file: string
  /** The control database: the variable that holds its URL. */
  readonly queue: { readonly variable: string; readonly url: string }
  readonly work: FleetWork
  readonly stopAfter: number
  readonly members: readonly Member[]
  readonly measure: CanaryMeasure | undefined
  readonly onDone: (member: Member, result: MemberResult) => void
}

/** How often the queue is asked, in milliseconds. */
const pause = 500

/** After which nobody is expected to begin any more, in milliseconds. */
const patience = 10_000

/**
 * Puts the databases of a fleet into the queue, and waits until workers have done them. After so many failures what
 * nobody began is taken out. Answers by the place of each; undefined for those that were not begun.
 */
export async function runByQueue(
  context: Context,
  { file, queue: { variable, url }, ...asked }: QueueRun,
): Promise<(MemberResult | undefined)[]> {
  const checkout = await describeCheckout(context)
  const run = randomUUID()
  const fleet = fleetName(file)
  const canary = asked.measure === undefined ? null : { current: asked.measure.current }
  const jobs = asked.members.map(({ name }): FleetJob => ({
    run,
    member: name,
    work: asked.work,
    canary,
    checkout,
  }))
  return withFleetQueue(url, fleet, async (queue) => {
    await queue.replace(jobs)
    const worker = `npm run fleet-worker -- --fleet ${file} --queue ${variable}`
    context.talk.note(
      `${String(jobs.length)} databases are in the queue fleet-${fleet}. On other machines: ${worker}`,
    )
    const sayIdle = (waiting: number): void => {
      context.talk.note(
        `No worker has begun one for ${String(patience / 1000)} s, and ${String(waiting)} wait. Start one: ${worker}`,
      )
    }
    return watch(queue, run, { ...asked, sayIdle })
  })
}

/** The version of the tool, and the seal of the migrations: a worker that has others would do something else. */
export async function describeCheckout({ project }: Context): Promise<string> {
  const { seal } = await loadMigrations(project.folders.migrations)
  return `${project.operator}, h1:${seal.total}`
}

async function watch(
  queue: FleetQueue,
  run: string,
  { members, stopAfter, onDone, sayIdle }: Watched,
): Promise<(MemberResult | undefined)[]> {
  const results = new Map<string, MemberResult>()
  const idle = idleWatch(sayIdle)
  for (let stopped = false; ;) {
    const jobs = await queue.read(run)
    idle(jobs)
    for (const [member, result] of newResults(members, jobs, results)) {
      results.set(member.name, result)
      onDone(member, result)
    }
    const failures = [...results.values()].filter(({ outcome }) => outcome === 'failed').length
    if (failures >= stopAfter && !stopped) {
      stopped = true
      await queue.clear()
      continue
    }
    if (jobs.every(({ state }) => state === 'done' || state === 'lost'))
      return members.map(({ name }) => results.get(name))
    await sleep(pause)
  }
}

interface Watched extends Omit<QueueRun, 'file' | 'queue'> {
  readonly sayIdle: (waiting: number) => void
}

/** Says once, until somebody works again, that all wait for a worker. */
function idleWatch(say: (waiting: number) => void): (jobs: readonly SeenJob[]) => void {
  let since = Date.now()
  let said = false
  return (jobs) => {
    const waiting = jobs.filter(({ state }) => state === 'waiting').length
    if (waiting === 0 || jobs.some(({ state }) => state === 'running')) {
      since = Date.now()
      said = false
    }
    if (said || Date.now() - since < patience) return
    said = true
    say(waiting)
  }
}

function newResults(
  members: readonly Member[],
  jobs: readonly SeenJob[],
  known: ReadonlyMap<string, MemberResult>,
): (readonly [Member, MemberResult])[] {
  const byName = new Map(jobs.map((job) => [memberOf(job), job]))
  return members.flatMap((member) => {
    const job = byName.get(member.name)
    const result = job === undefined || known.has(member.name) ? undefined : resultOf(job)
    return result === undefined ? [] : [[member, result] as const]
  })
}

function memberOf({ data }: SeenJob): string | undefined {
  return isFleetJob(data) ? data.member : undefined
}

/** Undefined while nobody has done it. */
function resultOf({ state, output }: SeenJob): MemberResult | undefined {
  if (state === 'waiting' || state === 'running') return undefined
  if (state === 'done' && isResult(output)) return output
  return unfinished(
    'the workers that began it ended, again and again. Look at that database and at the workers, then run it again.',
  )
}

/** Tells a job of this tool from what else somebody may have put into the queue. */
export function isFleetJob(data: unknown): data is FleetJob {
  return isObject(data) && 'member' in data && 'work' in data && 'checkout' in data && 'run' in data
}

function isResult(output: unknown): output is MemberResult {
  return isObject(output) && 'outcome' in output && 'equal' in output
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** Throws UserError where a job was made for another checkout than this one. */
export function refuseOtherCheckout(job: FleetJob, checkout: string): void {
  if (job.checkout === checkout) return
  throw new UserError(
    `the worker has another checkout (${checkout}) than the run (${job.checkout}). Bring it to the same commit, and run it again.`,
  )
}
