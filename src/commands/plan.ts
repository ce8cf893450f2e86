import { relative } from 'node:path'
import type { Context } from '../files/context.ts'
import { checkSeal, loadMigrations } from '../files/migrations.ts'
import { nameMigrations } from '../plan/migration-files.ts'
import { compareObservations } from '../proof/compare.ts'
import { arrives } from '../proof/walk.ts'
import type { Walk } from '../proof/walk.ts'
import type { Workbench } from '../workbench/server.ts'
import { withWorkbench } from '../workbench/workbench.ts'
import { findAgreement } from './agreement.ts'
import { showDifference, showProof, showSegments } from './plan-result.ts'
import type { PlanResult } from './plan-result.ts'
import { lookAt, migrations, provePlan, schemaFiles } from './prove-plan.ts'
import type { Task } from './prove-plan.ts'
import { renameCurrent } from './rename-current.ts'
import { planBack, planThere } from './two-ways.ts'
import { writeMigrations } from './write-migrations.ts'

/**
 * Plans the way from what the migrations make to what the schema files say, and back, and proves both on a real copy
 * with sample rows. With a name, writes the migrations, their down files and atlas.sum, when all of it is planned and
 * proved. Throws UserError for a statement that fails, and for whatever else a person can mend; nothing is written then.
 */
export async function planCommand(context: Context, name: string | undefined): Promise<PlanResult> {
  const folder = await loadMigrations(context.project.folders.migrations)
  await checkSeal(folder)
  // Refused now rather than when all is proved.
  if (name !== undefined) nameMigrations(folder, name, { count: 1, now: '' })
  const agreement = await findAgreement(context)
  if (agreement.known) return { ...nothing, equal: true, proved: true }
  const result = await withWorkbench(context, async (workbench) => {
    context.talk.step('loading migrations and schema files')
    const [current, desired] = await Promise.all([
      lookAt(workbench, migrations),
      lookAt(workbench, schemaFiles),
    ])
    const renaming = await renameCurrent(workbench, migrations, { current, desired })
    return planAndProve(workbench, context, { folder, current, desired, renaming })
  })
  if (result.shown.equal) await agreement.remember()
  if (name === undefined || result.stages.length === 0 || !result.shown.proved) return result.shown
  context.talk.step('writing')
  const files = writeMigrations(context.project, folder, { name, stages: result.stages })
  return { ...result.shown, files: files.map((path) => relative(context.project.root, path)) }
}

interface Planned {
  readonly shown: PlanResult
  readonly stages: Walk['stages']
}

async function planAndProve(workbench: Workbench, context: Context, task: Task): Promise<Planned> {
  const { current, desired } = task
  const plain = { authored: new Map<string, never>() }
  const up = planThere(task, plain)
  const down = planBack(task, plain)(desired.catalog, current.catalog)
  const shown: PlanResult = {
    ...nothing,
    segments: showSegments(up.plan.segments),
    down: showSegments(down.plan.segments),
    unmanaged: onceEach([...up.plan.unmanaged, ...down.plan.unmanaged]),
  }
  if (shown.unmanaged.length > 0) return { shown, stages: [] }
  if (up.plan.segments.length === 0) return { shown: withUnseen(shown, task), stages: [] }
  context.talk.step('proving the plan on a copy, up and back')
  const walk = await provePlan(workbench, context, task)
  return { shown: withWalk(shown, walk), stages: walk.stages }
}

/** An object that is planned in neither direction is named once. */
function onceEach(unmanaged: PlanResult['unmanaged']): PlanResult['unmanaged'] {
  return unmanaged.filter(
    ({ object }, at) => unmanaged.findIndex((other) => other.object === object) === at,
  )
}

const nothing: PlanResult = {
  equal: false,
  proved: false,
  segments: [],
  down: [],
  unmanaged: [],
  locks: [],
  proof: [],
  rows: [],
  files: [],
}

/** What only the observer sees is not planned: no reader knows it. */
function withUnseen(shown: PlanResult, { current, desired }: Task): PlanResult {
  const { differences } = compareObservations(current.observation, desired.observation)
  const unmanaged = differences.map((difference) => {
    const { object, what } = showDifference(difference)
    return { object, why: `nothing here reads how it differs (${what})` }
  })
  const equal = unmanaged.length === 0
  return { ...shown, unmanaged, equal, proved: equal }
}

function withWalk(shown: PlanResult, walk: Walk): PlanResult {
  const proof = showProof(walk)
  return {
    ...shown,
    proved: arrives(walk),
    segments: showSegments(walk.stages.map(({ up }) => up)),
    down: showSegments(walk.stages.map(({ down }) => down).toReversed()),
    unmanaged: walk.stuck,
    locks: walk.locks,
    proof,
    rows: walk.rows,
  }
}
