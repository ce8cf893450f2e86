import { UserError } from '../errors.ts'
import type { Talk } from '../files/context.ts'
import type { Migration, MigrationFolder } from '../files/migrations.ts'
import type { SchemaFiles } from '../files/schema/schema-files.ts'
import type { ObjectId } from '../model/catalog.ts'
import { findAuthored } from '../plan/authored-statement.ts'
import type { Authored } from '../plan/authored-statement.ts'
import type { Unmanaged } from '../plan/decide/object-change.ts'
import { findLikelyRenames } from '../plan/renames/likely.ts'
import { rules } from '../plan/rules/rules.ts'
import { SQLErrorCode, isSQLError } from '../postgres/connect.ts'
import { isClean } from '../proof/run-up-and-down.ts'
import { withoutRenames } from '../proof/with-renames.ts'
import type { Renaming } from '../proof/with-renames.ts'
import type { Content } from '../workbench/load/content.ts'
import { withScratch } from '../workbench/scratch/scratch.ts'
import type { Workbench } from '../workbench/server/server.ts'
import { firstThatHolds, listAttempts } from './proving/attempts.ts'
import { readAuthored } from './load-authored.ts'
import { showProof, showSegments } from './plan-result.ts'
import type { PlannedStatement, ProofStep } from './plan-result.ts'
import { lookAt, startOf, viewOf } from './project-states.ts'
import { proveFiles } from './proving/prove-pairs.ts'
import type { ProveResult } from './prove-result.ts'
import { renameCurrent } from './rename-current.ts'
import { overRows } from './proving/over-sample-rows.ts'
import { planDown } from './state-pair.ts'
import type { StatePair } from './state-pair.ts'
import { downHead } from './writing/write-migrations.ts'

/** The planned down direction of a migration, and what came of proving it. */
export interface DownPlan {
  /** Whether it is planned as a whole, and leads from the state after the migration to the state before it. */
  readonly proved: boolean
  readonly statements: readonly PlannedStatement[]
  /** What differs and cannot be planned; nothing was tried then. */
  readonly unmanaged: readonly Unmanaged[]
  readonly proof: readonly ProofStep[]
  /** The sample rows after the migration, and after its down direction. */
  readonly rows: ProveResult['rows']
  /** The text of the down file. */
  readonly text: string
}

/** Which migration is planned back, and where its down file would lie. */
interface DownTask {
  readonly migration: Migration
  readonly schema: SchemaFiles
  /** The migrations before it. */
  readonly earlier: MigrationFolder
  /** Whether the schema files speak of it: they say what was renamed. */
  readonly isNewest: boolean
  readonly path: string
}

/**
 * Plans the down direction of a migration and proves it. Throws UserError when a statement fails, or nothing is to
 * be planned.
 */
export async function proveDown(
  workbench: Workbench,
  talk: Talk,
  task: DownTask,
): Promise<DownPlan> {
  talk.step('loading the migrations')
  const statePair = await readEnds(workbench, task)
  const authored = findAuthored(await readAuthored(task.earlier), statePair.current.catalog, rules)
  talk.step('proving the down file on a copy')
  const { outcome } = await firstThatHolds<DownPlan | UserError>(
    listAttempts(['own'], ['authored', 'catalog']),
    {
      run: async ({ texts, rows }, last) => {
        // Where a required column cannot come back to rows that lost its values: on empty tables.
        if (rows === 'none' && !lacksValues(last)) return undefined
        const place = { workbench, task, statePair, rows }
        return planIn(place, texts === 'authored' ? authored : new Map()).catch(asUserError)
      },
      whyNot,
    },
  )
  if (outcome instanceof UserError) throw outcome
  return outcome
}

function asUserError(error: unknown): UserError {
  if (error instanceof UserError) return error
  throw error
}

async function readEnds(
  workbench: Workbench,
  { migration, schema, earlier, isNewest }: DownTask,
): Promise<StatePair> {
  const start = startOf(earlier)
  const after = startOf({ ...earlier, migrations: [...earlier.migrations, migration] })
  const [current, desired] = await Promise.all([lookAt(workbench, start), lookAt(workbench, after)])
  const statePair = { current, desired }
  if (!isNewest) {
    refuseLikely(migration, statePair)
    return { ...statePair, renaming: withoutRenames(current) }
  }
  const renaming: Renaming = await renameCurrent({
    statePair,
    view: viewOf(workbench.project),
    load: schema.declarations,
    openCopy: async (use) => withScratch(workbench, start, use),
  })
  return { ...statePair, renaming }
}

/** What was renamed by an old migration no schema file says any more. */
function refuseLikely(
  { path, file }: Migration,
  { current, desired }: Omit<StatePair, 'renaming'>,
): void {
  const [found] = findLikelyRenames(current.catalog, desired.catalog)
  if (found === undefined) return
  const names = [...found.from, found.to].map(
    ({ kind, names: parts }) => `${kind} ${parts.join('.')}`,
  )
  throw new UserError(
    `${path}: ${names.join(' and ')} may be one object under two names. Only its author knows. Write migrations/down/${file} by hand.`,
  )
}

function whyNot(outcome: DownPlan | UserError): string | undefined {
  if (outcome instanceof UserError) return outcome.message
  if (outcome.proved) return undefined
  return outcome.unmanaged[0]?.why ?? 'it does not lead to the schema files'
}

/** What is planned, and over which rows it is proved. */
interface Place {
  readonly workbench: Workbench
  readonly task: DownTask
  readonly statePair: StatePair
  readonly rows: 'sample' | 'none'
}

async function planIn(place: Place, authored: ReadonlyMap<ObjectId, Authored>): Promise<DownPlan> {
  const { task, statePair } = place
  const { current, desired } = statePair
  const { plan, texts } = planDown(statePair, { authored })(desired.catalog, current.catalog)
  const statements = showSegments(plan.segments).flatMap((segment) => segment.statements)
  const [body] = texts
  const empty = { proof: [], rows: { up: [], down: [] }, text: '' }
  if (plan.unmanaged.length > 0)
    return { ...empty, proved: false, statements, unmanaged: plan.unmanaged }
  if (body === undefined) throw nothingToPlan(task)
  const { version, name } = task.migration
  const title = name.replaceAll(/[_\s]+/g, ' ')
  const all = plan.segments.flatMap((segment) => segment.statements)
  const text = `${downHead(version, title, all)}\n${body}`
  return { statements, unmanaged: [], text, ...(await prove(place, text)) }
}

function nothingToPlan({ migration, path }: DownTask): UserError {
  return new UserError(
    `${migration.path}: it changes no object, so there is nothing to plan. Only its author knows how to undo the changes of rows. Write ${path} by hand.`,
  )
}

/** Over the rows of samples, or on empty tables, and the answer says so. */
async function prove(place: Place, text: string): Promise<Proved> {
  const start = startOf(place.task.earlier)
  if (place.rows === 'sample')
    return proveOn(overRows(start), place, text).catch((error: unknown) => {
      throw lacksValues(error) ? error : asUnwritten(error)
    })
  const proved = await proveOn(start, place, text)
  const rows = proved.rows.down.map((trial) => ({ ...trial, why: needsEmptyTable }))
  return { ...proved, rows: { ...proved.rows, down: rows } }
}

type Proved = Pick<DownPlan, 'proved' | 'proof' | 'rows'>

const needsEmptyTable =
  'the down file needs an empty table, since it restores a required column without its values'

function lacksValues(error: unknown): boolean {
  const cause = error instanceof UserError ? error.cause : undefined
  return isSQLError(cause) && cause.code === SQLErrorCode.NOT_NULL_VIOLATION
}

function asUnwritten(error: unknown): unknown {
  if (!(error instanceof UserError)) return error
  return new UserError(`${error.message}\nNothing was written.`, { cause: error })
}

async function proveOn(
  start: Content,
  { workbench, task, statePair }: Place,
  text: string,
): Promise<Proved> {
  const { migration, path } = task
  const run = await proveFiles(workbench, start, {
    pairs: [[migration, { path, text }]],
    desired: statePair.desired,
  })
  // Values that the migration changes stay changed: only its author knows what they were.
  const changed = new Set(
    run.rows.up.filter(({ kept }) => kept === false).map(({ table }) => table),
  )
  const keeps = run.rows.down.every(({ table, kept }) => kept !== false || changed.has(table))
  return { proved: isClean(run.steps) && keeps, proof: showProof(run), rows: run.rows }
}
