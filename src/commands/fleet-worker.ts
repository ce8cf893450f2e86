import type { Context } from '../files/context.ts'
import { fleetName, loadFleetFile } from '../files/fleet-file.ts'
import { UserError } from '../errors.ts'
import { readMeasure } from '../targets/fleet/equality.ts'
import type { Measure } from '../targets/fleet/equality.ts'
import { findMembers, resolveUrl } from '../targets/fleet/members.ts'
import type { Member } from '../targets/fleet/members.ts'
import { withFleetQueue } from '../targets/fleet/queue.ts'
import { describeCheckout, isFleetJob, refuseOtherCheckout } from './fleet-queue.ts'
import type { FleetJob } from './fleet-queue.ts'
import { failedRun, unfinished, workBeside } from './fleet-work.ts'
import type { FleetContext, MemberResult } from './fleet-work.ts'

/** Which fleet's queue a worker works off, and how many databases at once. */
export interface WorkerRequest {
  readonly file: string
  /** The variable with the URL of the control database. */
  readonly queue: string
  readonly parallel: number
}

/** What a worker did until it was ended. */
export interface WorkerResult {
  readonly fleet: string
  readonly done: number
  readonly failed: number
}

/**
 * Works off the queue of a fleet until `end` is aborted; what it has begun it finishes. Throws UserError for a list or a
 * control database that cannot be read.
 */
export async function fleetWorkerCommand(
  asked: Context,
  { file, queue: variable, parallel }: WorkerRequest,
  end: AbortSignal,
): Promise<WorkerResult> {
  const fleet = fleetName(file)
  const context = { ...asked, said: new Set<string>() }
  const url = await resolveUrl(context, variable, '--queue')
  const checkout = await describeCheckout(context)
  const runs = rememberRuns(context, file)
  const counts = { done: 0, failed: 0 }
  await withFleetQueue(url, fleet, async (queue) => {
    context.talk.note(
      `working off the queue fleet-${fleet}; Ctrl-C ends it after what it has begun`,
    )
    await queue.work({
      parallel,
      end,
      handle: async (data) => {
        const result = await doJob(context, data, { checkout, runs })
        if (result.outcome === 'failed') counts.failed += 1
        counts.done += 1
        if (isFleetJob(data)) context.talk.note(`${data.member}: ${result.error ?? result.outcome}`)
        return result
      },
    })
  })
  return { fleet, ...counts }
}

/** What a worker knows of a run: the databases of the fleet, and the canary as it sees it. */
interface Run {
  readonly members: ReadonlyMap<string, Member>
  readonly measure: Measure | undefined
}

type Runs = (job: FleetJob) => Promise<Run>

async function doJob(
  context: FleetContext,
  data: unknown,
  { checkout, runs }: { readonly checkout: string; readonly runs: Runs },
): Promise<MemberResult> {
  try {
    if (!isFleetJob(data)) throw new UserError('the queue has a job that is not of this tool.')
    refuseOtherCheckout(data, checkout)
    const { members, measure } = await runs(data)
    const member = members.get(data.member)
    if (member === undefined)
      throw new UserError(`${data.member}: not in the list of the fleet as the worker has it.`)
    const beside = measure && data.canary && { ...measure, current: data.canary.current }
    return await workBeside(context, { member, measure: beside ?? undefined }, data.work)
  } catch (error) {
    return unfinished(failedRun(error).error ?? '')
  }
}

/** The list and the canary are read once a run. */
function rememberRuns(context: Context, file: string): Runs {
  const known = new Map<string, Promise<Run>>()
  return async (job) => {
    const found = known.get(job.run) ?? readRun(context, file, job)
    known.set(job.run, found)
    return found
  }
}

async function readRun(context: Context, file: string, { canary }: FleetJob): Promise<Run> {
  const members = await findMembers(context, await loadFleetFile(file))
  const [first] = members
  return {
    members: new Map(members.map((member) => [member.name, member])),
    measure: canary === null || first === undefined ? undefined : await readMeasure(context, first),
  }
}
