import { UserError } from '../errors.ts'
import { findEnvironment } from '../files/project.ts'
import type { Project } from '../files/project.ts'
import { ask } from './ask.ts'
import type { FlagValues } from './verb.ts'

/** Whether an environment requires its name before a change, and there is a terminal to ask on. */
export function mustAsk(project: Project, name: string, flags: FlagValues): boolean {
  const environment = findEnvironment(project, name)
  const asks = environment.kind !== 'embedded' && environment.confirm && process.stdin.isTTY
  return asks && flags['dry-run'] !== true && flags['yes'] === undefined
}

/**
 * Asks for the name of an environment that requires it before a change: typed on a terminal, or given by --yes.
 * Throws UserError when the answer differs, or when there is no terminal.
 */
export async function confirmChange(
  project: Project,
  name: string,
  flags: FlagValues,
): Promise<void> {
  const environment = findEnvironment(project, name)
  if (environment.kind === 'embedded' || !environment.confirm || flags['dry-run'] === true) return
  await confirmName(name, flags)
}

/** The same for whatever environment. */
export async function confirmName(name: string, flags: FlagValues): Promise<void> {
  const answer = flags['yes'] ?? (await ask(`This changes ${name}. Type its name to continue: `))
  if (answer === name) return
  throw new UserError(
    `${name}: not confirmed, so nothing was done. Type its name, or give it after --: -- --yes ${name}`,
  )
}
