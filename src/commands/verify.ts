import { readHistory } from '../deploy/history/history.ts'
import { checkSeal, loadMigrations } from '../files/migrations.ts'
import { areSame } from '../model/sections.ts'
import type { SectionComparison } from '../model/sections.ts'
import type { Context } from '../files/context.ts'
import { compareTarget } from '../targets/compare-target.ts'
import { workbenchLike } from '../targets/target-workbench.ts'
import { findStandingOf } from '../targets/target-standing.ts'
import { withTarget } from '../targets/target.ts'

/** Expected against found, section by section. */
export interface VerifyResult {
  readonly environment: string
  readonly address: string
  /** The newest applied version: what the database is compared with. */
  readonly current: string | undefined
  readonly pending: readonly string[]
  readonly sections: readonly SectionComparison[]
  readonly same: boolean
}

/**
 * Compares a database with what the migrations make that its history names, as they are replayed on a scratch
 * database. Changes nothing in the database. Throws UserError when history and folder do not fit.
 */
export async function verifyCommand(context: Context, environment: string): Promise<VerifyResult> {
  const { project, talk } = context
  const folder = await loadMigrations(project.folders.migrations)
  await checkSeal(folder)
  return withTarget(context, environment, async (target) => {
    const { session, address } = target
    const history = await readHistory(session)
    const { applied, pending } = findStandingOf(target.environment, folder, history)
    const current = applied.at(-1)?.version
    talk.step('replaying the migrations to compare with')
    const { sections } = await compareTarget(await workbenchLike(context, target), session, {
      history: { folder, applied },
      talk,
    })
    return {
      environment,
      address,
      current,
      pending: pending.map(({ version }) => version),
      sections,
      same: areSame(sections),
    }
  })
}
