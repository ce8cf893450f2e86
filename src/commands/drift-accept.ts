import { readFile, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { UserError, messageOf, sameCommand } from '../errors.ts'
import { readHistory, revisionType } from '../deploy/history/history.ts'
import { recordVersions } from '../deploy/history/reconcile.ts'
import { completeJournal } from '../deploy/journal/complete-journal.ts'
import type { Standing } from '../deploy/history/standing.ts'
import type { Context } from '../files/context.ts'
import { loadMigrations } from '../files/migrations.ts'
import type { Migration, NamedVersion } from '../files/migrations.ts'
import { placeFiles } from '../files/place-files.ts'
import { idInWords } from '../model/object-id.ts'
import { nameMigrations } from '../plan/write/migration-files.ts'
import { findLikelyRenames } from '../plan/renames/likely.ts'
import { addToSchema } from '../planning/drift/schema-additions.ts'
import type { SchemaAdditions } from '../planning/drift/schema-additions.ts'
import type { PasteLine } from '../planning/drift/find-line.ts'
import type { DriftPlan } from '../planning/drift/plan-drift.ts'
import { writeMigrations } from '../planning/writing/write-migrations.ts'
import type { MigrationTexts } from '../planning/writing/write-migrations.ts'
import { readSchemaDigest } from '../targets/see-database.ts'
import { hasChanged } from '../targets/drift-check.ts'
import { completeRecords } from '../targets/target-journal.ts'
import { workbenchLike } from '../targets/target-workbench.ts'
import { findStandingOf } from '../targets/target-standing.ts'
import { lockTarget, withFitTarget } from '../targets/target.ts'
import type { LockedRequest, Target } from '../targets/target.ts'
import { seeDrift } from './drift.ts'
import type { DriftResult, SeenDrift } from './drift.ts'

/** Which drift is kept, under which name. */
export interface AcceptRequest extends LockedRequest {
  /** What the migration is called. */
  readonly name: string
}

/** A drift, and what was written of it. Every key is always there. */
export interface AcceptResult extends DriftResult {
  /** The migrations that say it, recorded as applied there. */
  readonly recorded: readonly NamedVersion[]
  /** The files that were written, from the project's root. */
  readonly files: readonly string[]
  /** What is to be written into schema files that are there. */
  readonly lines: readonly PasteLine[]
  /** Whether the schema files say what the migrations make, without any of the lines. */
  readonly agrees: boolean
}

/**
 * Keeps what drifted: writes it as a migration with its down file, and as schema files where no file declares it yet, and
 * records the migration as applied in the database, which is not changed otherwise. Throws UserError for what no migration
 * can say, while versions are pending, and where something looks like a rename.
 */
export async function acceptDriftCommand(
  context: Context,
  { environment, name, lockWait }: AcceptRequest,
): Promise<AcceptResult> {
  return withFitTarget(context, { environment }, async (target) => {
    const seen = await seeDrift(context, target)
    if (seen.plan === undefined) return { ...seen.result, ...none }
    const stages = stagesOf(seen, seen.plan)
    nameMigrations(seen.folder, name, { count: stages.length, now: '' })
    const { expected, desired } = seen.plan
    const useWorkbench = await workbenchLike(context, target)
    const additions = await useWorkbench(async (workbench) =>
      addToSchema(workbench, {
        statements: stages.flatMap(({ up }) => up.statements),
        mode: seen.comparison.history.mode ?? 'today',
        from: expected,
        catalog: desired,
      }),
    )
    return lockTarget(context, { target, lockWait }, async () => {
      await refuseChanged(context, target, seen)
      const written = await write(context, target, { seen, name, stages, additions })
      const { lines, agrees } = additions
      return { ...seen.result, ...written, lines, agrees }
    })
  })
}

const none = { recorded: [], files: [], lines: [], agrees: true } as const

/** A transaction of what was done is a migration, and what undoes it its down file. */
function stagesOf({ standing, result }: SeenDrift, plan: DriftPlan): MigrationTexts[] {
  refuseUnready(standing, result.environment)
  refuseRenames(plan)
  const { unmanaged, run, proved, why } = plan
  if (unmanaged.length > 0)
    throw new UserError(
      `a migration cannot say all of it:\n${unmanaged.map(({ object, why: reason }) => `  ${idInWords(object)}: ${reason}`).join('\n')}\nUndo that there, then accept the rest. Nothing was written.`,
    )
  if (run === undefined || !proved)
    throw new UserError(`not proved: ${why ?? ''}. Nothing was written.`)
  return run.up.flatMap(({ segment, text }, at) => {
    const back = run.down[at]
    if (back === undefined) return []
    return [{ up: segment, upText: text, down: back.segment, downText: back.text }]
  })
}

/** Throws UserError where a new version could not be recorded behind those that the database has. */
function refuseUnready({ applied, pending, partial }: Standing, environment: string): void {
  const [first] = pending
  const lacking = applied.find(({ isRecorded }) => isRecorded === true)
  if (lacking !== undefined)
    throw new UserError(
      `this checkout lacks ${lacking.file}, or has another one, so no migration can follow it here. ` +
        'Accept what drifted from a checkout that has it. Nothing was written.',
    )
  if (partial !== undefined)
    throw new UserError(
      `${partial.version} is half done, so what differs may be its work. Finish it first: npm run ${partial.direction === 'up' ? 'apply' : 'rollback'} ${environment}. Nothing was written.`,
    )
  if (first !== undefined)
    throw new UserError(
      `${first.version} is pending, so a migration that follows it cannot be recorded as applied. Apply first: ` +
        `npm run apply ${environment} -- --allow-drift. Nothing was written.`,
    )
  if (applied.length === 0)
    throw new UserError(
      `${environment}: no version is applied. Record what the migrations make: npm run baseline ${environment}. Nothing was written.`,
    )
}

/** Other databases would lose the values of what is dropped and created there. */
function refuseRenames({ expected, found }: DriftPlan): void {
  const likely = findLikelyRenames(expected, found)
  if (likely.length === 0) return
  const names = likely.map(({ from, to }) => {
    const [old] = from
    return `  ${to.kind} ${to.names.join('.')}, which may have been ${old?.names.join('.') ?? ''}`
  })
  throw new UserError(
    `this looks renamed, and a migration that drops and creates it would lose its values elsewhere:\n${names.join('\n')}\n` +
      'Write the migration with the rename (npm run new NAME), and record it there: npm run resolve. Nothing was written.',
  )
}

async function refuseChanged(
  { project }: Context,
  { session, environment, address }: Target,
  { folder, comparison, standing }: SeenDrift,
): Promise<void> {
  const { applied } = findStandingOf(environment, folder, await readHistory(session))
  const now = await readSchemaDigest(session, project.schemas)
  if (applied.length === standing.applied.length && !hasChanged(now, comparison.digest)) return
  throw new UserError(
    `${address}: somebody changed the database meanwhile. Nothing was written. ${sameCommand}`,
  )
}

interface Writing {
  readonly seen: SeenDrift
  readonly name: string
  readonly stages: readonly MigrationTexts[]
  readonly additions: SchemaAdditions
}

/** Files first: a history must not have a version that no folder has. Where it cannot be recorded they go again. */
async function write(
  context: Context,
  target: Target,
  { seen, name, stages, additions }: Writing,
): Promise<Pick<AcceptResult, 'recorded' | 'files'>> {
  const { root, folders } = context.project
  const seal = join(folders.migrations, 'atlas.sum')
  const sealed = await readFile(seal, 'utf8')
  const besides = additions.files
  const own = writeMigrations(context.project, seen.folder, { name, stages, besides })
  const files = [...own, ...besides.map(({ path }) => path)]
  const recorded = await record(context, target, seen).catch(async (error: unknown) => {
    placeFiles([{ path: seal, text: sealed, replaces: true }])
    await Promise.all(files.map(async (path) => rm(path, { force: true })))
    throw new UserError(`${messageOf(error)}\nIt was not recorded, so no file was kept.`, {
      cause: error,
    })
  })
  return { recorded, files: files.map((path) => relative(root, path)) }
}

async function record(
  context: Context,
  target: Target,
  { standing }: SeenDrift,
): Promise<NamedVersion[]> {
  const { operator, folders } = context.project
  const { session } = target
  const folder = await loadMigrations(folders.migrations)
  const fresh: Migration[] = folder.migrations.slice(standing.applied.length)
  const history = await readHistory(session)
  const journal = await completeRecords(context, { target, folder, history, standing })
  const details = { type: revisionType.resolved, milliseconds: 0, operator }
  await recordVersions(session, fresh, { history: await readHistory(session), details })
  await completeJournal(journal, [...standing.applied, ...fresh])
  return fresh.map(({ version, name }) => ({ version, name }))
}
