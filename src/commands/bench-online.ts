import type { Context } from '../plan/rule.ts'
import { rules } from '../plan/rules/rules.ts'
import { writeDownDirection, writePlan } from '../plan/write/write-plan.ts'
import { sendText, withDatabase } from '../postgres/connect.ts'
import { runPlan } from '../proof/run-plan.ts'
import type { PlanRun } from '../proof/run-plan.ts'
import { runSegments } from '../proof/run-segment.ts'
import type { SegmentText } from '../proof/run-segment.ts'
import { arrives } from '../proof/run-up-and-down.ts'
import { seeState, withOpen } from '../proof/state.ts'
import type { OpenDatabase, State } from '../proof/state.ts'
import { withPlainScratch } from '../workbench/scratch/scratch.ts'
import type { Scratch } from '../workbench/scratch/scratch.ts'
import type { UseWorkbench, Workbench } from '../workbench/server/server.ts'
import type { Talk } from '../files/context.ts'
import { base, changes, fill } from './online/changes.ts'
import type { OnlineChange } from './online/changes.ts'
import { underWorkload } from './online/workload.ts'
import type { Stalls } from './online/workload.ts'

/** How long readers and writers wait while plans are applied to a table that they use. */
export interface BenchOnlineResult {
  readonly serverVersion: number
  readonly rows: number
  /** The same readers and writers for two seconds without a plan. */
  readonly alone: Stalls
  readonly changes: readonly MeasuredChange[]
}

/** One change in both forms and both directions. */
export interface MeasuredChange {
  readonly name: string
  readonly plain: MeasuredPlan
  readonly online: MeasuredPlan
}

/** A plan, the files that it takes, and what others waited. */
interface MeasuredPlan {
  readonly files: number
  readonly up: Stalls
  readonly down: Stalls
}

/**
 * Applies each change to a table of so many rows and takes it back, once as a plain plan and once online, while
 * sessions read and write. All of it on a scratch database of the workbench.
 */
export async function benchOnlineCommand(
  useWorkbench: UseWorkbench,
  { rows, talk }: { readonly rows: number; readonly talk: Talk },
): Promise<BenchOnlineResult> {
  return useWorkbench((workbench) =>
    withPlainScratch(workbench, async ({ adminUrl: url }) => {
      talk.step('filling the tables')
      await withDatabase(url, async (db) => {
        await sendText(db, base)
        await sendText(db, fill(rows))
        await sendText(db, 'vacuum analyze')
      })
      const alone = await underWorkload(url, rows, async () => pause(2000))
      const measured: MeasuredChange[] = []
      for (const change of changes) {
        talk.step(change.name)
        measured.push(await measureChange(workbench, { url, rows, change }))
      }
      return { serverVersion: workbench.serverVersion, rows, alone, changes: measured }
    }),
  )
}

interface Ground {
  readonly url: string
  readonly rows: number
  readonly change: OnlineChange
}

async function measureChange(workbench: Workbench, ground: Ground): Promise<MeasuredChange> {
  const { change } = ground
  const desired = await withPlainScratch(workbench, async (scratch) =>
    withOpen(asOne(scratch), async (open) => see(open, `${base}${change.sql}`)),
  )
  const [plain, online] = [
    await planFiles(workbench, desired),
    await planFiles(workbench, desired, 'files'),
  ]
  return {
    name: change.name,
    plain: await measurePlan(ground, plain),
    online: await measurePlan(ground, online),
  }
}

/** Plans from `base`, and proves the plan on an empty copy, which tells the down file of each file. */
async function planFiles(
  workbench: Workbench,
  desired: State,
  mode?: Context['online'],
): Promise<Pick<PlanRun, 'up' | 'down'>> {
  const style = { rules, authored: new Map<never, never>() }
  const online = mode === undefined ? {} : { online: mode }
  return withPlainScratch(workbench, async (scratch) =>
    withOpen(asOne(scratch), async (open) => {
      const current = await see(open, base)
      const run = await runPlan(open, {
        current,
        desired,
        up: writePlan({ from: current.catalog, to: desired.catalog, ...online }, style),
        planDown: (from, to) => writeDownDirection({ from, to, ...online }, style),
        view,
      })
      if (!arrives(run)) throw new Error('a plan that is measured does not arrive')
      return run
    }),
  )
}

const view = { scope: { schemas: ['public'] }, ignoreSchemas: [] }

/** One user for everything. */
function asOne({ adminUrl }: Scratch): Pick<Scratch, 'url' | 'adminUrl'> {
  return { url: adminUrl, adminUrl }
}

async function see(open: OpenDatabase, text: string): Promise<State> {
  await sendText(open.owner, text)
  return seeState(open, view)
}

async function measurePlan(
  { url, rows }: Ground,
  { up, down }: Pick<PlanRun, 'up' | 'down'>,
): Promise<MeasuredPlan> {
  const apply = async (way: 'up' | 'down', files: readonly SegmentText[]): Promise<Stalls> =>
    withDatabase(url, (db) => underWorkload(url, rows, async () => runSegments(db, way, files)))
  return {
    files: up.length,
    up: await apply('up', up),
    down: await apply('down', down.toReversed()),
  }
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}
