import { UserError, sameCommand } from '../errors.ts'
import type { Context } from '../files/context.ts'
import { checkSeal, loadMigrations } from '../files/migrations.ts'
import { decideSwitch } from '../targets/decide-switch.ts'
import type { SwitchDecision } from '../targets/decide-switch.ts'
import type { RollbackResult } from '../targets/rollback-folder.ts'
import { readRecorded } from '../targets/target-journal.ts'
import { commandLine } from '../targets/follow-run.ts'
import { withFitTarget } from '../targets/target.ts'
import { applyCommand } from './apply.ts'
import type { ApplyRequest, ApplyResult } from './apply.ts'
import { rollbackCommand } from './rollback.ts'

/** Which database follows the checkout, and what may be lost. */
export interface SwitchRequest extends Omit<ApplyRequest, 'version' | 'agreed'> {
  readonly allowDataLoss: boolean
  /** Whether what would be lost is kept in schema archive. */
  readonly archive?: boolean
  /** How long the answer to one question about losses may take, in milliseconds. */
  readonly checkTimeout: number
  /** What somebody was shown and agreed to; whatever it comes to when undefined. */
  readonly agreed?: SwitchDecision | undefined
}

/** What was rolled back and applied, or in a dry run would be. */
export interface SwitchResult extends SwitchDecision {
  readonly environment: string
  readonly address: string
  readonly dryRun: boolean
  /** Null where nothing has to be rolled back. */
  readonly rollback: RollbackResult | null
  /** Null in a dry run: what is applied then is `ahead`. */
  readonly apply: ApplyResult | null
}

/**
 * Has a database follow the checkout: what the checkout lacks, or has otherwise, is rolled back, newest first, by the down
 * files that were recorded when it was applied. Then what the checkout has is applied. A run that is cut off goes on when
 * it is called again. Errors as rollbackCommand and applyCommand.
 */
export async function switchCommand(
  context: Context,
  request: SwitchRequest,
): Promise<SwitchResult> {
  const folder = await loadMigrations(context.project.folders.migrations)
  await checkSeal(folder)
  const { agreed, ...rest } = request
  const again = commandLine(['switch', request.environment], request.flags)
  const asked = { ...rest, again }
  const { dryRun } = asked
  const { address, ...decision } = await withFitTarget(
    context,
    request,
    async ({ session, environment, ...target }) => ({
      address: target.address,
      ...decideSwitch(environment, folder, await readRecorded(session, folder)),
    }),
  )
  if (agreed !== undefined) refuseOthers(decision, agreed)
  const rollback = decision.back.length === 0 ? null : await rollBack(context, asked, decision)
  const shown = agreed && { agreed: agreed.ahead.map(({ version }) => version) }
  const apply = dryRun
    ? null
    : await withRolledBack(rollback, again, async () =>
        applyCommand(context, { ...asked, version: undefined, ...shown }),
      )
  return { environment: request.environment, address, dryRun, ...decision, rollback, apply }
}

async function rollBack(
  context: Context,
  request: Omit<SwitchRequest, 'agreed'>,
  { stays }: SwitchDecision,
): Promise<RollbackResult> {
  const to = { kind: 'version', version: stays } as const
  return rollbackCommand(context, { ...request, to, recordedDowns: true })
}

/** What ends the second half says what the first has done, and the command that goes on. */
async function withRolledBack<T>(
  rollback: RollbackResult | null,
  again: string,
  use: () => Promise<T>,
): Promise<T> {
  try {
    return await use()
  } catch (error) {
    if (rollback === null || !(error instanceof UserError)) throw error
    const done = rollback.rolledBack.map(({ version, name }) => `${version}_${name}`).join(', ')
    const message = error.message.replaceAll('Nothing was changed.', 'Nothing more was changed.')
    const goOn = ` Continue with: ${again}`
    const what = message.endsWith(goOn) ? message.slice(0, -goOn.length) : message
    const how = what.includes(again) ? '' : goOn
    throw new UserError(`${what}\nRolled back before: ${done}.${how}`, { cause: error })
  }
}

/** Throws UserError when it comes to something else than somebody agreed to. */
function refuseOthers(decision: SwitchDecision, agreed: SwitchDecision): void {
  if (describe(decision) === describe(agreed)) return
  throw new UserError(
    `What is to be rolled back and applied changed since it was shown. Nothing was done. ${sameCommand}`,
  )
}

function describe({ stays, back, ahead }: SwitchDecision): string {
  return JSON.stringify({ stays, back, ahead })
}
