import type { RollbackGoal } from '../../targets/rollback-folder.ts'
import { UserError } from '../../errors.ts'
import { countOf } from './flags.ts'
import type { Call, FlagValues } from '../verb.ts'
import { ask } from '../ask.ts'
import { goOnWith } from '../ending/again.ts'
import { findSteps } from '../../commands/rollback-steps.ts'
import type { Context } from '../../files/context.ts'
import { placeWords } from '../arguments.ts'
import { commandLine } from '../../targets/follow-run.ts'
import { givenFlags } from './given-flags.ts'

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

/**
 * Says which versions a number of steps means, and asks whether that is meant where a person can answer: the goal as a
 * version, and what was agreed to. Throws UserError for another answer than yes.
 */
export async function settleSteps(
  context: Context,
  flags: FlagValues,
  { environment, steps }: { readonly environment: string; readonly steps: number },
): Promise<{ readonly to: RollbackGoal; readonly agreed: readonly string[] }> {
  const { version, undone } = await findSteps(context, { environment, steps })
  const files = undone.map((file) => `${file.version}_${file.name}`).join(', ')
  const stays = version === 'none' ? 'nothing stays applied' : `${version} stays the newest applied`
  const command = commandLine(['rollback', environment, version], givenFlags(flags))
  goOnWith(command)
  context.talk.note(`--steps ${String(steps)} rolls back ${files}; ${stays}: ${command}`)
  const isAsked = process.stdin.isTTY && flags['dry-run'] !== true && flags['yes'] === undefined
  const answer = isAsked ? await ask(`Roll back to ${version}? Type yes to continue: `) : 'yes'
  if (answer !== 'yes') throw new UserError(`${environment}: not confirmed, so nothing was done.`)
  return { to: { kind: 'version', version }, agreed: undone.map((file) => file.version) }
}
