import { checkTimeout } from '../deploy/questions/ask-questions.ts'
import type { Answers } from '../deploy/questions/question.ts'
import { refuseLosses } from '../deploy/questions/refuse-answers.ts'
import type { Ran } from '../deploy/run/run-options.ts'
import { defaultLimits } from '../deploy/session/session.ts'
import { hasMigration } from '../deploy/history/version-names.ts'
import { UserError } from '../errors.ts'
import type { Context } from '../files/context.ts'
import { keepMigrations } from '../files/keep-migrations.ts'
import type { Migration, MigrationFolder } from '../files/migrations.ts'
import type { Holder } from '../targets/ask-environments.ts'
import { rollbackFolder } from '../targets/rollback-folder.ts'
import type { RollbackRequest, RollbackResult } from '../targets/rollback-folder.ts'
import { withLockedTarget } from '../targets/target.ts'

/** What a local database gave up so that a migration could change: the newest first, and what was lost by it. */
export interface TakenBack extends Answers {
  readonly environment: string
  readonly address: string
  readonly rolledBack: readonly Ran[]
}

/** Which migration is to be rolled back, of which folder, and what may be lost. */
export interface TakeBackRequest {
  /** May hold several files of one version: a database knows by name which of them it has. */
  readonly folder: MigrationFolder
  readonly migration: Migration
  readonly allowDataLoss: boolean
}

/** Throws UserError where taking it back cannot be done, or would lose what may not be lost. Changes nothing. */
export async function checkTakeBack(
  context: Context,
  holders: readonly Holder[],
  request: TakeBackRequest,
): Promise<void> {
  for (const holder of holders) {
    refuseLosses(await rollBack(context, holder, { ...request, dryRun: true }), request)
  }
}

/** Takes a migration back, and what was applied after it, in the local databases that have it. Errors as rollback's. */
export async function takeBack(
  context: Context,
  holders: readonly Holder[],
  request: TakeBackRequest,
): Promise<TakenBack[]> {
  const taken: TakenBack[] = []
  for (const holder of holders) {
    const result = await rollBack(context, holder, { ...request, dryRun: false })
    const { environment, address, rolledBack, answers, notAsked } = result
    taken.push({ environment, address, rolledBack, answers, notAsked })
  }
  return taken
}

/** Runs what comes after taking back; where it fails, says that the databases are no longer as they were. */
export async function afterTakingBack<T>(taken: readonly TakenBack[], use: () => T): Promise<T> {
  try {
    return use()
  } catch (error) {
    if (!(error instanceof UserError) || taken.length === 0) throw error
    const names = taken.map(({ environment }) => environment)
    throw new UserError(
      `${error.message}\nIt was rolled back in ${names.join(', ')} before; npm run apply applies it again.`,
      { cause: error },
    )
  }
}

async function rollBack(
  context: Context,
  { environment, has }: Holder,
  { folder, migration, allowDataLoss, dryRun }: TakeBackRequest & { readonly dryRun: boolean },
): Promise<RollbackResult> {
  const known = keepMigrations(folder, (each) => hasMigration(has, each))
  const at = known.migrations.findIndex(({ file }) => file === migration.file)
  const request: RollbackRequest = {
    environment,
    to: { kind: 'version', version: known.migrations[at - 1]?.version ?? 'none' },
    dryRun,
    allowDataLoss,
    recordedDowns: true,
    checkTimeout,
    limits: defaultLimits,
    lockWait: 10_000,
  }
  return withLockedTarget(context, request, (target) =>
    rollbackFolder(request, known, { target, context }),
  )
}
