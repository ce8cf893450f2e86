import type { Standing } from '../deploy/history/standing.ts'
import { checkSeal, loadMigrations } from '../files/migrations.ts'
import { withRecorded } from '../deploy/journal/recorded-folder.ts'
import { readRecorded } from '../targets/target-journal.ts'
import type { Migration } from '../files/migrations.ts'
import type { Context } from '../files/context.ts'
import { refuseDrift } from '../targets/drift-check.ts'
import { findUndone, rollbackFolder } from '../targets/rollback-folder.ts'
import type { RollbackRequest, RollbackResult } from '../targets/rollback-folder.ts'
import { lockTarget, withFitTarget } from '../targets/target.ts'

/** Whether the database may have drifted. */
interface DriftRequest {
  readonly allowDrift: boolean
}

/**
 * Takes migrations back, newest first. Before anything is changed it counts what would be lost, and refuses
 * when that is anything, unless data loss is allowed. Throws UserError for whatever a person can fix.
 */
export async function rollbackCommand(
  context: Context,
  request: RollbackRequest & DriftRequest,
): Promise<RollbackResult> {
  const folder = await loadMigrations(context.project.folders.migrations)
  await checkSeal(folder)
  const { to, allowDrift, lockWait, environment } = request
  const toRun = (standing: Standing): readonly Migration[] => findUndone(standing, to, environment)
  return withFitTarget(context, request, async (target) => {
    const known = withRecorded(folder, await readRecorded(target.session, folder))
    const checkAgain = await refuseDrift(context, { target, folder: known, toRun, allowDrift })
    return lockTarget(context, { target, lockWait }, async (locked) => {
      await checkAgain()
      return rollbackFolder(request, folder, { target: locked, context })
    })
  })
}
