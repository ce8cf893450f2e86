import { generateKey } from '../../client/tokens.ts'
import { UserError } from '../../src/errors.ts'
import type { Context } from '../../src/files/context.ts'
import { isSQLError, sql, SQLErrorCode } from '../../src/postgres/connect.ts'
import { withTarget } from '../../src/targets/target.ts'
import type { Target } from '../../src/targets/target.ts'
import { checkTokens } from './check-tokens.ts'
import type { CheckedTokens } from './check-tokens.ts'
import { loadKeyRing, readEntry } from './key-ring.ts'
import type { KeysRequest } from './keys-request.ts'
import {
  deleteKey,
  readKeys,
  refuseWithoutKeys,
  registerKey,
  retireKey,
} from './registered-keys.ts'
import type { RegisteredKey } from './registered-keys.ts'
import { rotateTokens } from './rotate-tokens.ts'
import type { RotatedColumn } from './rotate-tokens.ts'
import { countTokens } from './stored-tokens.ts'

/** Which database was asked. */
interface Asked {
  readonly environment: string
  /** `user@host:port/database`. */
  readonly address: string
}

/** What an action came to. */
export type KeysResult =
  | { readonly action: 'generate'; readonly entry: string }
  | (Asked & { readonly action: 'register'; readonly changed: boolean } & RegisteredKey)
  | (Asked & {
      readonly action: 'retire'
      readonly changed: boolean
      readonly version: number
      /** The tokens that name it. */
      readonly tokens: number
      /** The versions that may encrypt still. */
      readonly inUse: readonly number[]
    })
  | (Asked & {
      readonly action: 'rotate'
      readonly version: number
      readonly columns: readonly RotatedColumn[]
    })
  | (Asked & { readonly action: 'remove'; readonly version: number })
  | (Asked & { readonly action: 'check' } & CheckedTokens)

/**
 * Runs an action. `askKey` gets the line of a key from a person or from standard input. What is given is read before a
 * database is asked. Throws UserError.
 */
export async function keysCommand(
  context: Context,
  request: KeysRequest,
  askKey: () => Promise<string>,
): Promise<KeysResult> {
  if (request.action === 'generate') {
    return { action: 'generate', entry: generateKey(request.version) }
  }
  if (request.action === 'register') {
    return register(context, request.environment, await askKey())
  }
  if ('batch' in request) return work(context, request)
  const { action, version, environment } = request
  return withKeys(context, environment, async (target, asked) => {
    if (action === 'retire') return { ...asked, action, ...(await retire(target, version)) }
    await remove(target, version)
    return { ...asked, action, version }
  })
}

async function withKeys<T>(
  context: Context,
  environment: string,
  use: (target: Target, asked: Asked) => Promise<T>,
): Promise<T> {
  return withTarget(context, environment, async (target) => {
    // A transaction that is left open holds the keys of the tokens it wrote: better a sentence than no answer.
    await target.session.query(sql`set lock_timeout = '10s'`)
    await refuseWithoutKeys(target)
    return use(target, { environment, address: target.address })
  })
}

async function register(context: Context, environment: string, line: string): Promise<KeysResult> {
  const entry = readEntry(line)
  return withKeys(context, environment, async ({ session }, asked) => {
    const changed = await registerKey(session, entry)
    const known = (await readKeys(session)).find(({ version }) => version === entry.version)
    return { ...asked, action: 'register', changed, ...entry, retired: known?.retired === true }
  })
}

type Work = Extract<KeysRequest, { readonly batch: number }>

async function work(context: Context, { action, environment, batch }: Work): Promise<KeysResult> {
  const ring = await loadKeyRing(context, environment)
  const given = { ring, batch, talk: context.talk }
  return withKeys(context, environment, async ({ session }, asked) => {
    if (action === 'check') return { ...asked, action, ...(await checkTokens(session, given)) }
    const columns = await rotateTokens(session, given)
    return { ...asked, action, version: ring.current, columns }
  })
}

async function retire(
  { session, environment }: Target,
  version: number,
): Promise<{ changed: boolean; version: number; tokens: number; inUse: number[] }> {
  const changed = await retireKey(session, version)
  const keys = await readKeys(session)
  refuseUnregistered(keys, version, environment.name)
  const tokens = await tokensOf(session, version)
  const inUse = keys.filter((key) => !key.retired).map((key) => key.version)
  return { changed, version, tokens, inUse }
}

async function remove({ session, environment }: Target, version: number): Promise<void> {
  const { name } = environment
  const key = refuseUnregistered(await readKeys(session), version, name)
  if (!key.retired) {
    throw new UserError(
      `Version ${String(version)} is in use, so it was not removed. Retire it first: npm run keys retire ${String(version)} ${name}`,
    )
  }
  const tokens = await tokensOf(session, version)
  if (tokens > 0) throw stillNamed(version, name, tokens)
  try {
    await deleteKey(session, version)
  } catch (error) {
    // A token came between: an older one that was restored, for example.
    if (!isSQLError(error) || error.code !== SQLErrorCode.FOREIGN_KEY_VIOLATION) throw error
    throw stillNamed(version, name, await tokensOf(session, version))
  }
}

function stillNamed(version: number, environment: string, tokens: number): UserError {
  return new UserError(
    `Version ${String(version)} was not removed: ${tokens.toLocaleString('en')} ${tokens === 1 ? 'token names' : 'tokens name'} it still. Encrypt them with another key first: npm run keys rotate ${environment}`,
  )
}

async function tokensOf(session: Target['session'], asked: number): Promise<number> {
  const counts = await countTokens(session)
  return counts
    .filter(({ version }) => version === asked)
    .reduce((sum, { count }) => sum + count, 0)
}

function refuseUnregistered(
  keys: readonly RegisteredKey[],
  asked: number,
  environment: string,
): RegisteredKey {
  const key = keys.find(({ version }) => version === asked)
  if (key !== undefined) return key
  const known = keys.map(({ version }) => String(version)).join(', ')
  throw new UserError(
    `${environment}: no key of version ${String(asked)} is registered. Registered: ${known === '' ? 'none' : known}.`,
  )
}
