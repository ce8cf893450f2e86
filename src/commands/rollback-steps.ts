import { withRecorded } from '../deploy/journal/recorded-folder.ts'
import { UserError } from '../errors.ts'
import { checkSeal, loadMigrations } from '../files/migrations.ts'
import type { NamedVersion } from '../files/migrations.ts'
import type { Context } from '../files/context.ts'
import { findUndone } from '../targets/rollback-folder.ts'
import { readRecorded } from '../targets/target-journal.ts'
import { findStandingOf } from '../targets/target-standing.ts'
import { withTarget } from '../targets/target.ts'

/** What so many steps back mean, for a database as it is now. */
export interface RollbackSteps {
  /** The version that stays the newest applied, or `none`. */
  readonly version: string
  /** What is rolled back, newest first. */
  readonly undone: readonly NamedVersion[]
}

/**
 * Finds out which version so many steps back mean: run again after an interrupt, the same number would mean another one.
 * Changes nothing. Throws UserError where fewer versions are applied.
 */
export async function findSteps(
  context: Context,
  { environment, steps }: { readonly environment: string; readonly steps: number },
): Promise<RollbackSteps> {
  const folder = await loadMigrations(context.project.folders.migrations)
  await checkSeal(folder)
  return withTarget(context, environment, async ({ session, environment: place }) => {
    const { name } = place
    const recorded = await readRecorded(session, folder)
    const known = withRecorded(folder, recorded)
    const standing = findStandingOf(place, known, recorded.history)
    const { length } = standing.applied
    if (length < steps) {
      throw new UserError(
        `--steps ${String(steps)}: ${name} has ${length === 0 ? 'no version' : `${String(length)} of them`} applied. To roll all back: npm run rollback ${name} none`,
      )
    }
    const undone = findUndone(standing, { kind: 'steps', steps }, name)
    return {
      version: standing.applied.at(-1 - steps)?.version ?? 'none',
      undone: undone.map((file) => ({ version: file.version, name: file.name })),
    }
  })
}
