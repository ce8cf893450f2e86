import { historySchemas } from '../deploy/history.ts'
import type { Context } from '../files/context.ts'
import type { MigrationFolder } from '../files/migrations.ts'
import type { Project } from '../files/project.ts'
import { describeDifference } from '../model/two-values.ts'
import { withDatabase } from '../postgres/connect.ts'
import { readStaying } from '../proof/state.ts'
import type { State, View } from '../proof/state.ts'
import { FailedWay, asFailedWay, lacksValues } from '../proof/run-segment.ts'
import { arrives, walkPlan } from '../proof/walk.ts'
import type { Walk } from '../proof/walk.ts'
import type { Content } from '../workbench/content.ts'
import { withScratch } from '../workbench/scratch.ts'
import type { Workbench } from '../workbench/server.ts'
import { consultAtlas, nobodyAsked } from './consult-atlas.ts'
import type { Consultation, Consulted } from './consult-atlas.ts'
import { showProof } from './plan-result.ts'
import { findTexts, noTexts } from './plan-texts.ts'
import type { Texts } from './plan-texts.ts'
import { tablePlans } from './table-plans.ts'
import type { TablePlan } from './table-plans.ts'
import { planBack, planThere } from './two-ways.ts'
import type { Ends } from './two-ways.ts'

/** Where a plan starts and where it leads. */
export interface Task extends Ends {
  readonly folder: MigrationFolder
  /** Whether what cannot be planned is left undone. */
  readonly partial?: boolean
}

/** What the migrations make: where a plan starts. */
export const migrations = { kind: 'migrations', mode: 'today' } as const satisfies Content

/** What the migrations of a folder make, though there may be more of them by now. */
export function startOf(folder: MigrationFolder): Extract<Content, { kind: 'migrations' }> {
  return { ...migrations, upTo: folder.migrations.at(-1)?.version ?? 'none' }
}

/** What the schema files say: where it leads. */
export const schemaFiles: Content = { kind: 'schema', mode: 'today' }

/** Sees a content both ways, on a scratch database; the observer's lines on another one where they are asked for. */
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

/** A plan that was run both ways, and who planned its tables. */
export interface ProvedPlan extends Walk {
  readonly tables: readonly TablePlan[]
}

/**
 * Proves the plan of a task, its tables planned by Atlas where they are Atlas's; where that does not hold, own rules plan
 * them too. Throws UserError when a statement fails, and where Atlas is needed and there is none.
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
  const place = { workbench, context, task, consulted }
  const first = await proveInWords(texts, place).catch(asFailedWay)
  if (holds(first)) return first
  const isAsked = [consulted.up, consulted.down].some(({ answer }) => answer.tables.length > 0)
  if (!isAsked) return orThrow(first)
  const own = await proveInWords(texts, { ...place, consulted: nobodyAsked })
  return { ...own, tables: tablePlans(consulted, { up: [], down: [] }, whatIsWrong(first)) }
}

/**
 * Atlas is asked about two databases; one in which things were renamed is not at hand, and own rules know the names. Nor
 * does it know of what directives say.
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
  readonly context: Context
  readonly task: Task
  readonly consulted: Consultation
}

/**
 * A column that must have a value cannot come back to rows that lost it: the way back of such a plan is shown on empty
 * tables, and the plan says so.
 */
async function proveWith(texts: Texts, place: Place): Promise<ProvedPlan> {
  const { samples } = place.context.project.folders
  try {
    return await walkOnce(texts, place, samples)
  } catch (error) {
    if (!lacksValues(asFailedWay(error))) throw error
    const walk = await walkOnce(texts, place, undefined)
    const why =
      'the way back needs an empty table, since it brings a required column without its values'
    return { ...walk, rows: walk.rows.map((trial) => ({ ...trial, why })) }
  }
}

async function walkOnce(
  texts: Texts,
  { workbench, task, consulted }: Place,
  samples: string | undefined,
): Promise<ProvedPlan> {
  const { current, desired, renaming, partial = false } = task
  const up = planThere(task, { authored: texts.up, atlas: consulted.up.answer })
  // Atlas was asked of the whole way back: not of the ways between the parts of a plan.
  const isWhole = up.plan.segments.length === 1
  const style = { authored: texts.down }
  const back = planBack(task, style)
  const whole = planBack(task, { ...style, atlas: consulted.down.answer })
  const down = whole(desired.catalog, current.catalog)
  const walk = await withScratch(workbench, startOf(task.folder), (copy) =>
    walkPlan(copy, {
      current,
      desired,
      renaming,
      partial,
      up,
      planBack: (from, to) => (isWhole && from === desired.catalog ? down : back(from, to)),
      samples,
      ...viewOf(workbench.project),
    }),
  )
  const said = isWhole ? consulted : { ...consulted, down: inParts(consulted.down) }
  const objections = { up: up.plan.disowned, down: down.plan.disowned }
  return { ...walk, tables: tablePlans(said, objections) }
}

/** A way back in parts starts from states in between, of which Atlas knows nothing. */
function inParts(consulted: Consulted): Consulted {
  const routes = consulted.routes.map((route) => ({ ...route, by: 'own' as const }))
  return { ...consulted, routes }
}
