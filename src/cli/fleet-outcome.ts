import { resolve } from 'node:path'
import { fleetCommand } from '../commands/fleet.ts'
import type { FleetResult } from '../commands/fleet.ts'
import type { FleetWork } from '../commands/fleet-work.ts'
import { UserError } from '../errors.ts'
import { fleetName, loadFleetFile } from '../files/fleet-file.ts'
import { renderFleet } from '../report/fleet.ts'
import { ask } from './ask.ts'
import { contextOf } from './command-context.ts'
import type { FleetCall } from './verbs/fleet-flags.ts'
import type { Call, ExitCode, Outcome } from './verb.ts'

/** What a verb comes to that takes a fleet. */
export async function fleetOutcome(
  call: Call,
  { file, ...many }: FleetCall,
  work: FleetWork,
): Promise<Outcome> {
  if (work.verb !== 'apply') refuseWords(call.words)
  if (work.verb === 'apply' && !work.request.dryRun) await confirmFleet(call, file)
  const request = { ...many, file: resolve(file), work }
  const result = await fleetCommand(contextOf(call), request)
  return {
    value: result,
    text: (paint) => renderFleet(result, paint),
    exit: exitOf(result, call.flags['exit-code'] === true),
  }
}

/** The version that the words name, of a call with a fleet. Throws UserError for an environment. */
export function fleetVersion(words: readonly string[]): string | undefined {
  const [version, ...more] = words
  if (more.length === 0 && (version === undefined || /^\d+$/.test(version))) return version
  throw new UserError(
    `${words.join(' ')}: with --fleet the file says which databases; next to it only a version such as 003 has a meaning.`,
  )
}

function refuseWords(words: readonly string[]): void {
  if (words.length === 0) return
  throw new UserError(`${words.join(' ')}: with --fleet the file says which databases.`)
}

/** A fleet is never changed without its name: nobody remembers which databases a file has. */
async function confirmFleet({ flags }: Call, file: string): Promise<void> {
  // One that cannot be read is told before anybody is asked.
  await loadFleetFile(resolve(file))
  const name = fleetName(file)
  const question = `This changes every database of the fleet ${name}. Type its name to continue: `
  const answer = flags['yes'] ?? (await ask(question))
  if (answer === name) return
  throw new UserError(
    `${name}: not confirmed, so nothing was done. Type the fleet's name, or give it after --: -- --yes ${name}`,
  )
}

function exitOf({ counts, members }: FleetResult, isPendingSeen: boolean): ExitCode {
  if (counts.failed + counts.notStarted > 0) return 1
  const isBehind = members.some(({ outcome }) => !done.has(outcome))
  const isDrifted = members.some(({ outcome }) => outcome === 'drifted')
  return counts.different > 0 || isDrifted || (isPendingSeen && isBehind) ? 2 : 0
}

const done: ReadonlySet<string> = new Set(['applied', 'up to date', 'as applied'])
