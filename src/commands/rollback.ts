import { checkSeal, loadMigrations } from '../files/migrations.ts'
import type { Context } from '../files/context.ts'
import { rollbackFolder } from '../targets/rollback-folder.ts'
import type { RollbackRequest, RollbackResult } from '../targets/rollback-folder.ts'
import { withLockedTarget } from '../targets/target.ts'

/**
 * Takes migrations back, newest first. Before anything is changed it counts what would be lost, and refuses
 * when that is anything, unless data loss is allowed. Throws UserError for whatever a person can fix.
 */
export async function rollbackCommand(
  context: Context,
  request: RollbackRequest,
): Promise<RollbackResult> {
  const folder = await loadMigrations(context.project.folders.migrations)
  await checkSeal(folder)
  const { project, talk } = context
  return withLockedTarget(context, request, (target) =>
    rollbackFolder(request, folder, { target, operator: project.operator, talk }),
  )
}
