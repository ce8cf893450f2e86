import { once } from 'node:events'
import type { JobWithMetadata, PgBoss } from 'pg-boss'
import { UserError } from '../../errors.ts'
import { driverOptions } from '../../postgres/connection/driver-options.ts'
import { asConnectionError } from '../../postgres/connection-error.ts'

/** The queue of a fleet in a control database: pg-boss keeps it, in its schema `pgboss`. */
export interface FleetQueue {
  /** Takes out what an earlier run left and nobody began, and puts the jobs in. */
  readonly replace: (jobs: readonly object[]) => Promise<void>
  /** Takes out what nobody began. */
  readonly clear: () => Promise<void>
  /** The jobs of a run as they are now. */
  readonly read: (run: string) => Promise<readonly SeenJob[]>
  /**
   * Does jobs, so many at once, until `end` is aborted; those that it has begun are finished. What `handle` answers is
   * kept with the job.
   */
  readonly work: (options: WorkOptions) => Promise<void>
}

/** A job as the queue has it. */
export interface SeenJob {
  readonly data: unknown
  readonly state: 'waiting' | 'running' | 'done' | 'lost'
  /** What its worker answered; of a lost one, what pg-boss says of it. */
  readonly output: unknown
}

interface WorkOptions {
  readonly parallel: number
  readonly end: AbortSignal
  readonly handle: (data: unknown) => Promise<object>
}

/** How often a worker says that it is alive, and looks for a job; in seconds. */
const pace = { heartbeat: 10, poll: 0.5, watch: 5 } as const

/** A job whose worker has ended is begun by another one, so many times. */
const retries = 5

/** Opens the queue of a fleet, and closes it. Throws UserError for a control database that cannot be reached. */
export async function withFleetQueue<T>(
  url: string,
  fleet: string,
  use: (queue: FleetQueue) => Promise<T>,
): Promise<T> {
  // It takes a tenth of a second to load, and only a fleet of several machines needs it.
  const { PgBoss: Queue } = await import('pg-boss')
  const boss = new Queue({
    ...driverOptions(url),
    application_name: 'database-as-code fleet',
    schedule: false,
    superviseIntervalSeconds: pace.watch,
    monitorIntervalSeconds: pace.watch,
  })
  // What it does between our calls is done again a moment later; what our calls come to is their own error.
  boss.on('error', () => undefined)
  try {
    await boss.start()
    const name = `fleet-${nameOf(fleet)}`
    await boss.createQueue(name, { retryLimit: retries, heartbeatSeconds: pace.heartbeat })
    return await use(queueOf(boss, name))
  } catch (error) {
    throw asConnectionError(url, error)
  } finally {
    await boss.stop({ graceful: false })
  }
}

function nameOf(fleet: string): string {
  if (/^[\w.-]+$/.test(fleet)) return fleet
  throw new UserError(
    `${fleet}: a queue has the name of its fleet, of letters, digits, _, . and -. Rename the file.`,
  )
}

function queueOf(boss: PgBoss, name: string): FleetQueue {
  const clear = async (): Promise<void> => {
    await boss.deleteQueuedJobs(name)
  }
  return {
    clear,
    replace: async (jobs) => {
      await clear()
      await boss.insert(
        name,
        jobs.map((data) => ({ data })),
      )
    },
    read: async (run) => {
      const jobs = await boss.findJobs<object>(name, { data: { run }, limit: mostJobs })
      return jobs.map(seenJob)
    },
    work: async ({ parallel, end, handle }) => {
      const options = { localConcurrency: parallel, pollingIntervalSeconds: pace.poll }
      await boss.work<object, object>(name, options, async ([job]) => handle(job?.data))
      if (!end.aborted) await once(end, 'abort')
      // Waits for the jobs that run.
      await boss.offWork(name, { wait: true })
    },
  }
}

/** pg-boss answers no more at once. */
const mostJobs = 100_000

function seenJob({ data, state, output }: JobWithMetadata): SeenJob {
  return { data, state: states[state], output }
}

const states = {
  created: 'waiting',
  retry: 'waiting',
  active: 'running',
  completed: 'done',
  cancelled: 'lost',
  failed: 'lost',
} as const
