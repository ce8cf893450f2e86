import { historySchemas } from '../deploy/history.ts'
import type { Context } from '../files/context.ts'
import type { MigrationFolder } from '../files/migrations.ts'
import type { Project } from '../files/project.ts'
import type { Catalog } from '../model/catalog.ts'
import { describeDifference } from '../model/two-values.ts'
import type { WrittenPlan } from '../plan/write-plan.ts'
import { withDatabase } from '../postgres/connect.ts'
import { readStaying, withOpen } from '../proof/state.ts'
import type { State, View } from '../proof/state.ts'
import { FailedWay, asFailedWay, lacksValues } from '../proof/run-segment.ts'
import { runPlan } from '../proof/run-plan.ts'
import type { PlanRun } from '../proof/run-plan.ts'
import { arrives } from '../proof/run-up-and-down.ts'
import { touchesRows } from '../proof/try-rows.ts'
import type { Content } from '../workbench/content.ts'
import { readSampleRows } from '../workbench/sample-layers.ts'
import { withScratch } from '../workbench/scratch.ts'
import type { Workbench } from '../workbench/server.ts'
import { consultAtlas, nobodyAsked } from './consult-atlas.ts'
import type { Consultation, Consulted } from './consult-atlas.ts'
import { showProof } from './plan-result.ts'
import type { Task } from './plan-task.ts'
import { findTexts, noTexts } from './plan-texts.ts'
import type { Texts } from './plan-texts.ts'
import { noteLate, overRows, unloadedOf, whyNotOverRows } from './sample-rows.ts'
import { tablePlans } from './table-plans.ts'
import type { TablePlan } from './table-plans.ts'
import { planBack, planThere } from './two-ways.ts'

/** What the migrations make: where a plan starts. */
export const migrations = { kind: 'migrations', mode: 'today' } as const satisfies Content

/** What the migrations of a folder make, though there may be more of them by now. */
export function startOf(folder: MigrationFolder): Extract<Content, { kind: 'migrations' }> {
  return { ...migrations, upTo: folder.migrations.at(-1)?.version ?? 'none' }
}

/** What the schema files say: where it leads. */
export const schemaFiles: Content = { kind: 'schema', mode: 'today' }

/**
 * Sees a content in both directions, on a scratch database; the observer's lines on another one where they are
 * asked for.
 */
export async function lookAt(workbench: Workbench, content: Content): Promise<State> {
  const view = viewOf(workbench.project)
  return withScratch(workbench, content, async (scratch) =>
    readStaying(scratch, view, async (look) =>
      withScratch(workbench, content, async ({ adminUrl }) => withDatabase(adminUrl, look)),
    ),
  )
}

/** What of the project's database is looked at. */
export function viewOf({ schemas }: Pick<Project, 'schemas'>): View {
  return { scope: { schemas }, ignoreSchemas: historySchemas }
}

/** A plan that was run in both directions, who planned its tables, and what is to be known of the sample rows. */
export interface ProvedPlan extends PlanRun {
  readonly tables: readonly TablePlan[]
  readonly notes: readonly string[]
}

/**
 * Proves the plan of a task, its tables planned by Atlas where they are Atlas's; where that does not hold, own
 * rules plan them too. Throws UserError when a statement fails, and where Atlas is needed and there is none.
 */
export async function provePlan(
  workbench: Workbench,
  context: Context,
  task: Task,
): Promise<ProvedPlan> {
  const [texts, consulted] = await Promise.all([
    findTexts(context.project, task),
    consult(workbench, context, task),
  ])
  const place = { workbench, task, consulted, whyNotOverRows: doubtOver(workbench, task) }
  const first = await proveInWords(texts, place).catch(asFailedWay)
  if (holds(first)) return first
  const isAsked = [consulted.up, consulted.down].some(({ answer }) => answer.tables.length > 0)
  if (!isAsked) return orThrow(first)
  const own = await proveInWords(texts, { ...place, consulted: nobodyAsked })
  return { ...own, tables: tablePlans(consulted, { up: [], down: [] }, whatIsWrong(first)) }
}

/**
 * Atlas is asked about two databases; one in which things were renamed is not at hand, and own rules know the
 * names. Nor does it know of what directives say.
 */
async function consult(
  workbench: Workbench,
  context: Context,
  { folder, current, desired, renaming }: Task,
): Promise<Consultation> {
  if (renaming.state !== current || renaming.conversions.size > 0) return nobodyAsked
  return consultAtlas(
    context,
    { current: current.catalog, desired: desired.catalog },
    async (use) =>
      withScratch(workbench, startOf(folder), (from) =>
        withScratch(workbench, schemaFiles, (to) => use(from.url, to.url)),
      ),
  )
}

/**
 * With the texts of authors; where those do not lead there, since a text was not the whole truth, with what the catalog
 * prints.
 */
async function proveInWords(texts: Texts, place: Place): Promise<ProvedPlan> {
  const walk = await proveWith(texts, place).catch(asFailedWay)
  return holds(walk) ? walk : proveWith(noTexts, place)
}

function holds(walk: ProvedPlan | FailedWay): walk is ProvedPlan {
  return !(walk instanceof FailedWay) && arrives(walk)
}

function orThrow(walk: ProvedPlan | FailedWay): ProvedPlan {
  if (walk instanceof FailedWay) throw walk
  return walk
}

/** What did not hold, in one line. */
function whatIsWrong(walk: ProvedPlan | FailedWay): string {
  if (walk instanceof FailedWay)
    return (walk.message.split('\n')[0] ?? '').replace(/^not planned: /, '')
  const [first] = showProof(walk).flatMap(({ way, differences }) =>
    differences.map(
      (difference) => `${way}: ${difference.object} ${describeDifference(difference)}`,
    ),
  )
  return first ?? 'values of rows change'
}

interface Place {
  readonly workbench: Workbench
  readonly task: Task
  readonly consulted: Consultation
  /** Why nothing can be proved over sample rows; looked up once. */
  readonly whyNotOverRows: () => Promise<string | undefined>
}

/**
 * Over the rows of samples. Where those stand against the down direction alone, since a column that must have a
 * value cannot come back to rows that lost it, and where the migrations make something else over rows: on empty
 * tables, and the plan says so.
 */
async function proveWith(texts: Texts, place: Place): Promise<ProvedPlan> {
  const planned = planInWords(texts, place)
  const start = startOf(place.task.folder)
  if (!planned.touchesRows) return walkOver(start, planned, place)
  const walk = await walkOver(overRows(start), planned, place).catch(asFailedWay)
  if (holds(walk)) return walk
  const lacks = walk instanceof FailedWay && lacksValues(walk)
  const why = lacks ? needsEmptyTable : await place.whyNotOverRows()
  if (why === undefined) return orThrow(walk)
  const bare = await walkOver(start, planned, place)
  return { ...bare, rows: bare.rows.map((trial) => ({ ...trial, why })) }
}

const needsEmptyTable =
  'the down direction needs an empty table, since it brings a required column without its values'

/** Looks only when something does not hold, and then once: rows seldom change what migrations make. */
function doubtOver(workbench: Workbench, { folder, current }: Task): Place['whyNotOverRows'] {
  let doubt: Promise<string | undefined> | undefined
  return async () =>
    (doubt ??= whyNotOverRows(workbench, {
      current,
      view: viewOf(workbench.project),
      content: overRows(startOf(folder)),
    }))
}

/** A plan and its way back, before they are tried. */
interface PlannedWays {
  readonly up: WrittenPlan
  readonly planBack: (from: Catalog, to: Catalog) => WrittenPlan
  readonly tables: readonly TablePlan[]
  readonly touchesRows: boolean
}

function planInWords(texts: Texts, { task, consulted }: Place): PlannedWays {
  const { current, desired } = task
  const up = planThere(task, { authored: texts.up, atlas: consulted.up.answer })
  // Atlas was asked of the whole way back: not of the ways between the parts of a plan.
  const isWhole = up.plan.segments.length === 1
  const style = { authored: texts.down }
  const back = planBack(task, style)
  const whole = planBack(task, { ...style, atlas: consulted.down.answer })
  const down = whole(desired.catalog, current.catalog)
  const said = isWhole ? consulted : { ...consulted, down: inParts(consulted.down) }
  return {
    up,
    planBack: (from, to) => (isWhole && from === desired.catalog ? down : back(from, to)),
    tables: tablePlans(said, { up: up.plan.disowned, down: down.plan.disowned }),
    touchesRows: touchesRows(task, [up.plan, down.plan]),
  }
}

async function walkOver(
  content: Content,
  { up, planBack: back, tables }: PlannedWays,
  { workbench, task }: Place,
): Promise<ProvedPlan> {
  const { current, desired, renaming, partial = false } = task
  return withScratch(workbench, content, async (copy, note) => {
    const rows = readSampleRows(note)
    const run = await withOpen(copy, (open) =>
      runPlan(open, {
        current,
        desired,
        renaming,
        partial,
        up,
        planBack: back,
        samples: unloadedOf(rows),
        view: viewOf(workbench.project),
      }),
    )
    return { ...run, tables, notes: noteLate(workbench.project, rows) }
  })
}

/** A way back in parts starts from states in between, of which Atlas knows nothing. */
function inParts(consulted: Consulted): Consulted {
  const routes = consulted.routes.map((route) => ({ ...route, by: 'own' as const }))
  return { ...consulted, routes }
}
