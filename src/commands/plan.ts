import { relative } from 'node:path'
import { UserError } from '../errors.ts'
import type { Context, Talk } from '../files/context.ts'
import { checkSeal } from '../files/migrations.ts'
import type { MigrationFolder } from '../files/migrations.ts'
import { failingHazards } from '../plan/hazards/gate.ts'
import type { Accepted } from '../plan/hazards/gate.ts'
import type { Hazard } from '../plan/hazards/hazard.ts'
import { nameMigrations } from '../plan/write/migration-files.ts'
import { FailedWay } from '../proof/run-segment.ts'
import { withScratch } from '../workbench/scratch/scratch.ts'
import type { Workbench } from '../workbench/server/server.ts'
import { withWorkbench } from '../workbench/workbench.ts'
import { checkAgreement } from '../planning/agreement.ts'
import type { AtlasPlaces } from '../planning/consult-atlas.ts'
import { planEnds } from '../planning/draft-plan.ts'
import type { Draft } from '../planning/draft-plan.ts'
import type { PlanResult } from '../planning/plan-result.ts'
import { nothingTraced, traceOf } from '../planning/plan-trace.ts'
import type { PlanTrace, Traced } from '../planning/plan-trace.ts'
import { goalOf, loadProjectFiles, lookAt, startOf, viewOf } from '../planning/project-states.ts'
import type { ProjectFiles } from '../planning/project-states.ts'
import { consult, provePlan } from '../planning/proving/prove-plan.ts'
import type { Task } from '../planning/plan-task.ts'
import type { ProvedPlan } from '../planning/proving/prove-plan.ts'
import { renameCurrent } from '../planning/rename-current.ts'
import { nothing, showDraft, withRun } from '../planning/show-plan.ts'
import { planRows } from '../planning/rows/plan-rows.ts'
import { withRows } from '../planning/rows/show-rows.ts'
import { writeMigrations } from '../planning/writing/write-migrations.ts'
import type { MigrationTexts } from '../planning/writing/write-migrations.ts'

/** How to plan. */
export interface PlanOptions {
  /** Leave undone what cannot be planned. */
  readonly allowUnmanaged?: boolean
  /** Do long work while others read and write, in several migrations where that takes them. */
  readonly online?: boolean
  /** Hazards with which nothing is written. */
  readonly failOn?: readonly Hazard[]
  /** Those of them that the author accepts. */
  readonly accepted?: readonly Accepted[]
}

/**
 * Plans both directions between what the migrations make and what the schema files say. Proves them on a real copy
 * with sample rows. With a name, writes the migrations, their down files and atlas.sum, when all is planned and
 * proved. What cannot be planned is left out and listed, where that is allowed. Throws UserError for a statement
 * that fails, and for whatever else a person can fix; nothing is written then.
 */
export async function planCommand(
  context: Context,
  name: string | undefined,
  options: PlanOptions = {},
): Promise<PlanResult> {
  return (await tracePlan(context, name, options)).result
}

/** The same, with how the plan came about. Errors as above. */
export async function tracePlan(
  context: Context,
  name: string | undefined,
  options: PlanOptions,
): Promise<Traced<PlanResult>> {
  const files = await loadProjectFiles(context.project)
  const { folder } = files
  await checkSeal(folder)
  // Refused now rather than when all is proved.
  if (name !== undefined) nameMigrations(folder, name, { count: 1, now: '' })
  const agreement = await checkAgreement(context.project, context.variables, files)
  if (agreement.known)
    return { result: { ...nothing, equal: true, proved: true }, trace: nothingTraced }
  const planned = await planBehind(context, files, options)
  const { shown, trace } = planned
  if (shown.equal) await agreement.remember()
  const isShown = name === undefined || shown.failing.length > 0
  return { result: isShown ? shown : write(context, folder, { name, ...planned }), trace }
}

/**
 * Plans and proves both directions between the migrations of a folder and the schema files. Errors as above.
 */
export async function planBehind(
  context: Context,
  files: ProjectFiles,
  { allowUnmanaged = false, online = false, failOn = [], accepted = [] }: PlanOptions,
): Promise<Planned> {
  const { shown, ...rest } = await withWorkbench(context, async (workbench) => {
    const task = await readTask(workbench, context.talk, files)
    const planned = await planAndProve(workbench, context, {
      ...task,
      partial: allowUnmanaged,
      online,
    })
    return addRows(workbench, planned, task)
  })
  const failing = failingHazards(shown.segments.flatMap(statementsOf), failOn, accepted)
  return { shown: { ...shown, failing }, ...rest }
}

/** Rows are planned from what all the rest leads to. */
async function addRows(workbench: Workbench, planned: Planned, task: Task): Promise<Planned> {
  if (!planned.shown.proved) return planned
  const { folder, desired } = task
  const rows = await planRows(workbench, {
    folder,
    stages: planned.stages,
    desired: desired.catalog,
  })
  if (rows === undefined) return planned
  return {
    ...planned,
    shown: withRows(planned.shown, rows),
    stages: [...planned.stages, rows.stage],
  }
}

function statementsOf({ statements }: PlanResult['segments'][number]): typeof statements {
  return statements
}

/** Writes what was planned and proved; otherwise nothing. */
function write(
  context: Context,
  folder: MigrationFolder,
  { name, shown, stages }: Planned & { readonly name: string },
): PlanResult {
  if (stages.length === 0 || !shown.proved) return shown
  context.talk.step('writing')
  const files = writeMigrations(context.project, folder, {
    name,
    stages,
    undone: shown.unmanaged,
  })
  return { ...shown, files: files.map((path) => relative(context.project.root, path)) }
}

/** Reads both states of a plan, and renames on a copy what the schema files say was renamed. Errors as above. */
export async function readTask(
  workbench: Workbench,
  talk: Talk,
  files: ProjectFiles,
): Promise<Task> {
  talk.step('loading migrations and schema files')
  const start = startOf(files.folder)
  // They are parsed while the server answers. Whoever needs them is told what is wrong.
  const begun = (): void => void files.schema.texts().catch(() => undefined)
  const [current, desired] = await Promise.all([
    lookAt(workbench, start),
    lookAt(workbench, goalOf(files.schema), { begun }),
  ])
  const renaming = await renameCurrent({
    statePair: { current, desired },
    view: viewOf(workbench.project),
    load: files.schema.declarations,
    openCopy: async (use) => withScratch(workbench, start, use),
  })
  return { ...files, current, desired, renaming }
}

/** A plan as people see it, and what would be written of it. */
export interface Planned {
  readonly shown: PlanResult
  readonly stages: readonly MigrationTexts[]
  readonly trace: PlanTrace
}

/** A plan of which a statement fails, and what was planned. */
class UnprovedPlan extends UserError {
  readonly traced: Traced<PlanResult>

  constructor(failed: FailedWay, draft: Draft, tried: PlanTrace['tried']) {
    super(failed.message, { cause: failed })
    const result = { ...showDraft(draft), proved: false, why: failed.message }
    this.traced = { result, trace: traceOf(draft, { tried }) }
  }
}

/** The plan of which a statement failed; undefined for every other error. */
export function unprovedOf(error: unknown): Traced<PlanResult> | undefined {
  return error instanceof UnprovedPlan ? error.traced : undefined
}

async function planAndProve(
  workbench: Workbench,
  { variables, talk }: AtlasPlaces,
  task: Task,
): Promise<Planned> {
  // Atlas is asked while the planner plans. What goes wrong there matters where the plan is to be proved.
  const running = Promise.withResolvers<undefined>()
  const begun = (): void => {
    running.resolve(undefined)
  }
  const consulting = consult(workbench, { variables, talk, begun }, task)
  const asked = consulting.catch(() => undefined)
  await Promise.race([running.promise, asked])
  const { draft, proof } = await planEnds(task, {
    partial: task.partial === true,
    prove: async (planned) => {
      talk.step('proving the plan on a copy, in both directions')
      const partial = planned.unmanaged.length > 0
      const proving = { ...task, partial }
      const { outcome, tried } = await provePlan(workbench, proving, consulting)
      if (outcome instanceof FailedWay) throw new UnprovedPlan(outcome, planned, tried)
      return { ...outcome, tried }
    },
  }).finally(async () => asked)
  const shown = showDraft(draft)
  const trace = traceOf(draft, proof)
  return proof === undefined
    ? { shown, stages: [], trace }
    : { shown: withRun(shown, proof), stages: stagesOf(proof), trace }
}

/** A transaction of the up direction is a migration, and what takes it back its down file. */
function stagesOf({ up, down }: ProvedPlan): MigrationTexts[] {
  return up.flatMap(({ segment, text }, at) => {
    const back = down[at]
    if (back === undefined) return []
    return [{ up: segment, upText: text, down: back.segment, downText: back.text }]
  })
}
