import { once } from '../../files/once.ts'
import { describeDifference } from '../../model/two-values.ts'
import { withOpen } from '../../proof/state.ts'
import { FailedWay, asFailedWay, lacksValues } from '../../proof/run-segment.ts'
import { runPlan } from '../../proof/run-plan.ts'
import type { PlanRun } from '../../proof/run-plan.ts'
import { arrives } from '../../proof/run-up-and-down.ts'
import type { Content } from '../../workbench/load/content.ts'
import { parseSampleRows } from '../../workbench/scratch/sample-layers.ts'
import { withScratch } from '../../workbench/scratch/scratch.ts'
import type { Workbench } from '../../workbench/server/server.ts'
import { firstThatHolds, listAttempts } from './attempts.ts'
import type { Attempt, Outcome } from './attempts.ts'
import { consultAtlas, nobodyAsked } from '../consult-atlas.ts'
import type { AtlasPlaces, Consultation } from '../consult-atlas.ts'
import { showProof } from '../plan-result.ts'
import { planWith } from '../plan-with.ts'
import type { PlannedWays } from '../plan-with.ts'
import type { Task } from '../plan-task.ts'
import { loadTexts, noTexts } from '../plan-texts.ts'
import { goalOf, startOf, viewOf } from '../project-states.ts'
import { noteLate, overRows, unloadedOf, whyNotOverRows } from './over-sample-rows.ts'
import { tablePlans } from '../table-plans.ts'
import type { TablePlan } from '../table-plans.ts'

/** A plan that was run in both directions, who planned its tables, and what is to be known of the sample rows. */
export interface ProvedPlan extends PlanRun {
  readonly tables: readonly TablePlan[]
  readonly notes: readonly string[]
}

/**
 * Proves the plan of a task. Atlas plans its tables, and the texts are those of authors; where that does not hold,
 * the planner plans all, with the texts of the catalog, since those of authors may be incomplete. A
 * statement that fails is an outcome. Throws what `consulting` does.
 */
export async function provePlan(
  workbench: Workbench,
  task: Task,
  consulting: Promise<Consultation>,
): Promise<Outcome<ProvedPlan | FailedWay>> {
  const [texts, consulted] = await Promise.all([loadTexts(task), consulting])
  const isAsked = [consulted.up, consulted.down].some(({ answer }) => answer.tables.length > 0)
  const attempts = listAttempts(isAsked ? ['atlas', 'own'] : ['own'], ['authored', 'catalog'])
  const planFor = onceForEach(({ planner, texts: from }: Attempt) =>
    planWith(task, {
      texts: from === 'authored' ? texts : noTexts,
      consulted: isAsked && planner === 'own' ? nobodyAsked : consulted,
    }),
  )
  const whyNotRows = reasonOver(workbench, task)
  const { outcome, tried } = await firstThatHolds<ProvedPlan | FailedWay>(attempts, {
    run: async (attempt, last) => {
      const ground = { workbench, task, planned: planFor(attempt) }
      return attempt.rows === 'sample' ? proveOverRows(ground) : proveBare(ground, last, whyNotRows)
    },
    whyNot: (result) => (holds(result) ? undefined : whatIsWrong(result)),
  })
  const broken = tried.findLast(({ planner }) => planner === 'atlas')?.why
  if (broken === undefined || outcome instanceof FailedWay) return { outcome, tried }
  const tables = tablePlans(consulted, { up: [], down: [] }, broken)
  return { outcome: { ...outcome, tables }, tried }
}

/** Plans once for all attempts that differ in the rows alone. */
function onceForEach(plan: (attempt: Attempt) => PlannedWays): (attempt: Attempt) => PlannedWays {
  const made = new Map<string, PlannedWays>()
  return (attempt) => {
    const key = `${attempt.planner} ${attempt.texts}`
    const planned = made.get(key) ?? plan(attempt)
    made.set(key, planned)
    return planned
  }
}

/**
 * Asks Atlas about the tables of a task that are its. It is asked about two databases; none has the renamed state, and
 * the planner knows the names. Atlas does not know directives either. Throws UserError where it is needed and there is
 * none.
 */
export async function consult(
  workbench: Workbench,
  places: AtlasPlaces,
  task: Task,
): Promise<Consultation> {
  const { folder, current, desired, renaming, online = false } = task
  // What it says cannot be split into what is quick and what is not.
  if (online) return nobodyAsked
  if (renaming.state !== current || renaming.conversions.size > 0) return nobodyAsked
  return consultAtlas(places, { current: current.catalog, desired: desired.catalog }, async (use) =>
    withScratch(workbench, startOf(folder), (from) =>
      withScratch(workbench, task.goal ?? goalOf(task.schema), (to) => use(from.url, to.url)),
    ),
  )
}

function holds(result: ProvedPlan | FailedWay): result is ProvedPlan {
  return !(result instanceof FailedWay) && arrives(result)
}

/** What did not hold, in one line. */
function whatIsWrong(result: ProvedPlan | FailedWay): string {
  if (result instanceof FailedWay)
    return (result.message.split('\n')[0] ?? '').replace(/^not planned: /, '')
  const [first] = showProof(result).flatMap(({ way, differences }) =>
    differences.map(
      (difference) => `${way}: ${difference.object} ${describeDifference(difference)}`,
    ),
  )
  return first ?? 'values of rows change'
}

/** A plan, and where it is proved. */
interface Ground {
  readonly workbench: Workbench
  readonly task: Task
  readonly planned: PlannedWays
}

/** Over the rows of samples, where the plan touches any. */
async function proveOverRows(ground: Ground): Promise<ProvedPlan | FailedWay | undefined> {
  if (!ground.planned.touchesRows) return undefined
  return proveOn(overRows(startOf(ground.task.folder)), ground)
}

/**
 * On empty tables, and the plan says why. Either a required column cannot get its lost values back, so that rows
 * prevent only the down direction. Or the migrations give another result with rows.
 */
async function proveBare(
  ground: Ground,
  overSamples: ProvedPlan | FailedWay | undefined,
  whyNotRows: () => Promise<string | undefined>,
): Promise<ProvedPlan | FailedWay | undefined> {
  const start = startOf(ground.task.folder)
  if (!ground.planned.touchesRows) return proveOn(start, ground)
  const lacks = overSamples instanceof FailedWay && lacksValues(overSamples)
  const why = lacks ? needsEmptyTable : await whyNotRows()
  if (why === undefined) return undefined
  const bare = await proveOn(start, ground)
  if (bare instanceof FailedWay) return bare
  return { ...bare, rows: bare.rows.map((trial) => ({ ...trial, why })) }
}

const needsEmptyTable =
  'the down direction needs an empty table, since it restores a required column without its values'

/** Looks only when something does not hold, and then once: rows seldom change what migrations make. */
function reasonOver(
  workbench: Workbench,
  { folder, current }: Task,
): () => Promise<string | undefined> {
  return once(async () =>
    whyNotOverRows(workbench, {
      current,
      view: viewOf(workbench.project),
      content: overRows(startOf(folder)),
    }),
  )
}

async function proveOn(
  content: Content,
  { workbench, task, planned: { tables, up, planDown: back } }: Ground,
): Promise<ProvedPlan | FailedWay> {
  const { project } = workbench
  return withScratch(workbench, content, async (copy, note) => {
    const rows = parseSampleRows(note)
    const request = {
      ...task,
      up,
      planDown: back,
      samples: unloadedOf(rows),
      view: viewOf(project),
    }
    const run = await withOpen(copy, (open) => runPlan(open, request))
    return { ...run, tables, notes: noteLate(project, rows) }
  }).catch(asFailedWay)
}
