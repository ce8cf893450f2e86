import { confirmChange } from '../../src/cli/confirm.ts'
import type { Call } from '../../src/cli/verb.ts'
import { UserError } from '../../src/errors.ts'

const actions = ['generate', 'register', 'retire', 'rotate', 'remove', 'check'] as const
type Action = (typeof actions)[number]

/** What a call of the verb asks for. */
export type KeysRequest =
  | { readonly action: 'generate'; readonly version: number }
  | { readonly action: 'register'; readonly environment: string }
  | { readonly action: 'retire' | 'remove'; readonly environment: string; readonly version: number }
  | { readonly action: 'rotate' | 'check'; readonly environment: string; readonly batch: number }

const usualBatch = 1000

/**
 * Reads the action, then a version and an environment in any order, and asks for the name of an environment that
 * requires it before a change. Throws UserError, and repeats no word that may be a key.
 */
export async function placeKeysRequest(call: Call): Promise<KeysRequest> {
  const [name = '', ...rest] = call.words
  const action = actions.find((known) => known === name)
  if (action === undefined) {
    throw new UserError(
      `keys ${shown(name)}: no such action. There are: ${actions.join(', ')}.\nMore: npm run keys -- --help`,
    )
  }
  const versions = rest.filter((word) => /^\d+$/.test(word))
  const environments = rest.filter((word) => !versions.includes(word))
  for (const word of environments) refuseUnknown(call, word)
  if (versions.length > 1 || environments.length > 1) {
    throw new UserError(`keys ${action}: takes one version and one environment at most.`)
  }
  const request = requestOf(action, call, {
    version: versionOf(action, versions[0]),
    environment: environments[0],
  })
  if (request.action !== 'generate' && request.action !== 'check') {
    await confirmChange(call.project, request.environment, call.flags)
  }
  return request
}

interface Given {
  readonly version: number | undefined
  readonly environment: string | undefined
}

function requestOf(action: Action, { flags }: Call, given: Given): KeysRequest {
  const { version, environment = 'local' } = given
  if (action === 'generate') return newKey(given)
  if (action === 'retire' || action === 'remove') {
    return { action, environment, version: required(action, version) }
  }
  if (version !== undefined) {
    throw new UserError(`keys ${action}: takes the name of an environment, and no version.`)
  }
  if (action === 'register') return { action, environment }
  return { action, environment, batch: batchOf(flags['batch']) }
}

function newKey({ version = 1, environment }: Given): KeysRequest {
  if (environment === undefined) return { action: 'generate', version }
  throw new UserError('keys generate: takes a version alone; the key is stored nowhere.')
}

function required(action: Action, version: number | undefined): number {
  if (version !== undefined) return version
  throw new UserError(`keys ${action}: which version? Such as: npm run keys ${action} 1`)
}

function versionOf(action: Action, word: string | undefined): number | undefined {
  if (word === undefined) return undefined
  const version = Number(word)
  if (/^[1-9]/.test(word) && version <= 99_999) return version
  throw new UserError(`keys ${action} ${word}: a version is a number from 1 to 99999.`)
}

function batchOf(flag: string | boolean | undefined): number {
  if (flag === undefined) return usualBatch
  const batch = /^\d+$/.test(String(flag)) ? Number(flag) : 0
  if (batch >= 1 && batch <= 10_000) return batch
  throw new UserError(`--batch ${shown(String(flag))}: a number of rows from 1 to 10000.`)
}

function refuseUnknown({ project }: Call, word: string): void {
  const names = project.environments.map(({ name }) => name)
  if (names.includes(word)) return
  throw new UserError(
    word.includes(':') || word.length > 20
      ? 'A key does not belong on the command line: the history of the shell keeps it, and the list of processes shows it. Nothing was done. Generate another one; npm run keys register asks for it, or reads it from standard input.'
      : `${word}: neither a version nor an environment (${names.join(', ')}).`,
  )
}

function shown(word: string): string {
  return word.length > 20 ? '…' : word
}
