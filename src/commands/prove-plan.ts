import { historySchemas } from '../deploy/history.ts'
import type { Context } from '../files/context.ts'
import type { MigrationFolder } from '../files/migrations.ts'
import type { ObjectId } from '../model/catalog.ts'
import { rules } from '../plan/rules/rules.ts'
import { findAuthored } from '../plan/authored.ts'
import type { Authored } from '../plan/authored.ts'
import { readState } from '../proof/state.ts'
import type { State } from '../proof/state.ts'
import type { Renaming } from '../proof/with-renames.ts'
import { FailedWay } from '../proof/run-segment.ts'
import { arrives, walkPlan } from '../proof/walk.ts'
import type { Walk } from '../proof/walk.ts'
import { SQLErrorCode } from '../postgres/connect.ts'
import type { Content } from '../workbench/content.ts'
import { withScratch } from '../workbench/scratch.ts'
import type { Workbench } from '../workbench/server.ts'
import { loadAuthored, readAuthored } from './authored.ts'
import { planBack, planThere } from './two-ways.ts'

/** Where a plan starts and where it leads. */
export interface Task {
  readonly folder: MigrationFolder
  readonly current: State
  readonly desired: State
  /** What the plan begins with; the rest of it starts from the state that this makes. */
  readonly renaming: Renaming
}

/** What the migrations make: where a plan starts. */
export const migrations: Content = { kind: 'migrations', mode: 'today' }

/** What the schema files say: where it leads. */
export const schemaFiles: Content = { kind: 'schema', mode: 'today' }

/** Sees a content both ways, on a scratch database. */
export async function lookAt(workbench: Workbench, content: Content): Promise<State> {
  return withScratch(workbench, content, (scratch) =>
    readState(scratch, {
      scope: { schemas: workbench.project.schemas },
      ignoreSchemas: historySchemas,
    }),
  )
}

/**
 * Proves the plan of a task with the texts of its authors; where those do not lead there, since a text was not the
 * whole truth, with what the catalog prints. Throws UserError when a statement fails.
 */
export async function provePlan(workbench: Workbench, context: Context, task: Task): Promise<Walk> {
  const texts = await findTexts(context, task)
  const walk = await proveWith(texts, { workbench, context, task }).catch(asFailedWay)
  if (!(walk instanceof FailedWay) && arrives(walk)) return walk
  return proveWith(noTexts, { workbench, context, task })
}

function asFailedWay(error: unknown): FailedWay {
  if (error instanceof FailedWay) return error
  throw error
}

/** The statements that authors wrote, for the way up and for the way back. */
interface Texts {
  readonly up: ReadonlyMap<ObjectId, Authored>
  readonly down: ReadonlyMap<ObjectId, Authored>
}

const noTexts: Texts = { up: new Map(), down: new Map() }

async function findTexts(
  { project }: Context,
  { folder, current, desired, renaming }: Task,
): Promise<Texts> {
  const [wanted, made] = await Promise.all([
    loadAuthored(project.folders.schema),
    readAuthored(folder),
  ])
  return {
    up: findAuthored(wanted, desired.catalog, rules),
    // The way back leads to the new names first, which the migrations know nothing of.
    down: renaming.state === current ? findAuthored(made, current.catalog, rules) : noTexts.down,
  }
}

const valueMissing: string = SQLErrorCode.NOT_NULL_VIOLATION

interface Place {
  readonly workbench: Workbench
  readonly context: Context
  readonly task: Task
}

/**
 * A column that must have a value cannot come back to rows that lost it: the way back of such a plan is shown on empty
 * tables, and the plan says so.
 */
async function proveWith(texts: Texts, place: Place): Promise<Walk> {
  const { samples } = place.context.project.folders
  try {
    return await walkOnce(texts, place, samples)
  } catch (error) {
    const isLoss = error instanceof FailedWay && error.way === 'down' && error.code === valueMissing
    if (!isLoss) throw error
    const walk = await walkOnce(texts, place, undefined)
    const why =
      'the way back needs an empty table, since it brings a required column without its values'
    return { ...walk, rows: walk.rows.map((trial) => ({ ...trial, why })) }
  }
}

async function walkOnce(
  texts: Texts,
  { workbench, task }: Place,
  samples: string | undefined,
): Promise<Walk> {
  const { current, desired, renaming } = task
  return withScratch(workbench, migrations, (copy) =>
    walkPlan(copy, {
      current,
      desired,
      renaming,
      up: planThere(task, { authored: texts.up }),
      planBack: planBack(task, { authored: texts.down }),
      samples,
      scope: { schemas: workbench.project.schemas },
      ignoreSchemas: historySchemas,
    }),
  )
}
