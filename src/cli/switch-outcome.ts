import { switchCommand } from '../commands/switch.ts'
import { findEnvironment } from '../files/project.ts'
import type { Project } from '../files/project.ts'
import { plain } from '../report/paint.ts'
import { renderSwitch } from '../report/switch.ts'
import { contextOf } from './command-context.ts'
import { confirmName } from './confirm.ts'
import { givenFlags } from './verbs/given-flags.ts'
import { checkTimeoutOf, limitsOf, lockWaitOf } from './verbs/flags.ts'
import type { Call, Outcome } from './verb.ts'

/** What `switch` comes to. Whoever's rows others use is shown first what will be rolled back and lost, and asked. */
export async function switchOutcome(call: Call): Promise<Outcome> {
  const [environment = 'local'] = call.words
  const context = contextOf(call)
  const request = {
    environment,
    dryRun: call.flags['dry-run'] === true,
    allowDrift: call.flags['allow-drift'] === true,
    allowDataLoss: call.flags['allow-data-loss'] === true,
    archive: keepsLosses(call, environment),
    checkTimeout: checkTimeoutOf(call.flags),
    limits: limitsOf(call.flags),
    lockWait: lockWaitOf(call.flags),
    flags: givenFlags(call.flags),
  }
  const asks = mustBeAsked(call.project, environment) && !request.dryRun
  const shown = asks ? await switchCommand(context, { ...request, dryRun: true }) : undefined
  if (shown !== undefined) {
    context.talk.note(renderSwitch(shown, plain))
    if (shown.back.length + shown.ahead.length > 0) await confirmName(environment, call.flags)
  }
  const result = await switchCommand(context, { ...request, agreed: shown })
  return { value: result, text: (paint) => renderSwitch(result, paint), exit: 0 }
}

/** Locally, where nobody else's rows are, what would be lost is kept without a word. */
function keepsLosses({ project, flags }: Call, name: string): boolean {
  const isLocal = findEnvironment(project, name).kind === 'embedded'
  return flags['archive'] === true || (isLocal && flags['allow-data-loss'] !== true)
}

/** The rows of the local database and of the one for tests are nobody else's. */
function mustBeAsked(project: Project, name: string): boolean {
  const environment = findEnvironment(project, name)
  return environment.kind !== 'embedded' && (environment.confirm || name !== 'test')
}
