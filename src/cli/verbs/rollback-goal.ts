import type { RollbackGoal } from '../../targets/rollback-folder.ts'
import { UserError } from '../../errors.ts'
import { countOf } from './flags.ts'
import type { Call } from '../verb.ts'
import { placeWords } from '../arguments.ts'

/**
 * The target of a rollback: the version that stays, or a number of steps. Throws UserError unless exactly one is
 * given.
 */
export function placeRollback({ words, flags, project }: Call): {
  readonly environment: string
  readonly to: RollbackGoal
} {
  const { environment, version } = placeWords(words, project)
  const steps = countOf(flags, 'steps')
  if (version !== undefined && steps === undefined)
    return { environment, to: { kind: 'version', version } }
  if (version === undefined && steps !== undefined)
    return { environment, to: { kind: 'steps', steps } }
  throw new UserError(
    'rollback: give the version that stays the newest applied, or none, or -- --steps N.\n' +
      'Usage: npm run rollback [environment] VERSION\nMore: npm run rollback -- --help',
  )
}
