import { seeStanding } from '../deploy/history/standing.ts'
import type { Standing } from '../deploy/history/standing.ts'
import type { History } from '../deploy/history/history.ts'
import { UserError } from '../errors.ts'
import type { MigrationFolder } from '../files/migrations.ts'
import type { Environment } from '../files/project.ts'

/** Where the database of an environment is in a folder. Throws UserError when folder and history do not belong together. */
export function findStandingOf(
  environment: Environment,
  folder: MigrationFolder,
  history: History,
): Standing {
  const { mismatch, ...standing } = seeStanding(folder, history)
  if (mismatch !== undefined) throw new UserError(adviseFor(environment, mismatch))
  return standing
}

/** How folder and history do not belong together, with what else can be done where nobody else's rows are. */
export function adviseFor({ kind }: Environment, mismatch: string): string {
  return kind === 'embedded'
    ? `${mismatch}\nOr have the local database follow this checkout: npm run switch. ` +
        'Or throw it away, with its rows, and build it from this checkout: npm run db reset, npm run apply'
    : mismatch
}
