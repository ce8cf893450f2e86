import { withDatabase } from '../postgres/connect.ts'
import { observe } from '../observer/observe.ts'
import type { Content } from '../workbench/load/content.ts'
import { withScratch } from '../workbench/scratch/scratch.ts'
import type { UseWorkbench, Workbench } from '../workbench/server/server.ts'
import { measure, timeRuns } from '../model/timing.ts'
import type { Timing } from '../model/timing.ts'

/** How long each thing took, on which server. */
export interface BenchResult {
  readonly serverVersion: number
  readonly timings: readonly Timing[]
}

const runs = 10

/** Times what every verb and test is made of, on the workbench, with warm templates. */
export async function benchCommand(useWorkbench: UseWorkbench): Promise<BenchResult> {
  const open = await time('open the workbench', () => useWorkbench(async () => undefined))
  return useWorkbench(async (workbench) => ({
    serverVersion: workbench.serverVersion,
    timings: [open, ...(await timeScratches(workbench))],
  }))
}

async function timeScratches(workbench: Workbench): Promise<Timing[]> {
  const migrations: Content = { kind: 'migrations', mode: 'today' }
  const schema: Content = { kind: 'schema', mode: 'today' }
  // The first of each makes the template.
  for (const content of [migrations, schema]) await withScratch(workbench, content, nothing)
  return [
    await time('make and drop a scratch database with all migrations', () =>
      withScratch(workbench, migrations, nothing),
    ),
    await time('make and drop a scratch database with the schema files', () =>
      withScratch(workbench, schema, nothing),
    ),
    await timeObserver(workbench, migrations),
  ]
}

async function nothing(): Promise<void> {
  // The making and the dropping are what is timed.
}

async function timeObserver(workbench: Workbench, content: Content): Promise<Timing> {
  return withScratch(workbench, content, ({ adminUrl }) =>
    withDatabase(adminUrl, (db) =>
      time('observe a database with all migrations', () => observe(db)),
    ),
  )
}

async function time(name: string, run: () => Promise<unknown>): Promise<Timing> {
  return timeRuns(name, runs, async () => measure(run))
}
