import { fingerprintOf, parseKeyRing, TokenError } from '../../client/tokens.ts'
import type { KeyRing } from '../../client/tokens.ts'
import { UserError } from '../../src/errors.ts'
import type { Context } from '../../src/files/context.ts'
import { loadVariables } from '../../src/files/environment.ts'
import type { RegisteredKey } from './registered-keys.ts'

const variable = 'AURA_TOKEN_KEYS'

/** Loads the keys of an environment's servers, from the shell or `.env.<environment>`. Throws UserError. */
export async function loadKeyRing(context: Context, environment: string): Promise<KeyRing> {
  const { root } = context.project
  const variables = await loadVariables(context.variables, { root, environment })
  try {
    return parseKeyRing(variables[variable] ?? '')
  } catch (error) {
    if (!(error instanceof TokenError)) throw error
    throw new UserError(
      `${variable}: ${error.message}. Set it in the shell or in .env.${environment}: entries VERSION:BASE64 with commas between them, the one that encrypts first.`,
      { cause: error },
    )
  }
}

/** Reads the one entry that a person gave. Throws UserError without repeating any of it. */
export function readEntry(text: string): Omit<RegisteredKey, 'retired'> {
  if (text.trim() === '') throw new UserError(`No key was given, so nothing was done. ${source}`)
  try {
    const { current, keys } = parseKeyRing(text)
    const key = keys.get(current)
    if (keys.size > 1 || key === undefined) throw new TokenError('there is more than one entry')
    return { version: current, fingerprint: fingerprintOf(key) }
  } catch (error) {
    if (!(error instanceof TokenError)) throw error
    throw new UserError(`The key cannot be used: ${error.message}. ${source}`, { cause: error })
  }
}

const source =
  'Give the line that npm run keys generate printed, typed when asked or on standard input.'

/** What a ring has for a registered version: that key, another one, or none. */
export type Held = 'same' | 'other' | 'none'

/** Compares the ring's key of a version with the registered one. */
export function heldKey({ keys }: KeyRing, { version, fingerprint }: RegisteredKey): Held {
  const key = keys.get(version)
  if (key === undefined) return 'none'
  return fingerprintOf(key) === fingerprint ? 'same' : 'other'
}

/** Why the ring's first key cannot encrypt what this database is to store; undefined when it can. */
export function whyNotCurrent(
  ring: KeyRing,
  registered: readonly RegisteredKey[],
): string | undefined {
  const key = registered.find(({ version }) => version === ring.current)
  const first = `${variable} begins with version ${String(ring.current)}, `
  if (key === undefined)
    return `${first}which is not registered. Register it: npm run keys register`
  if (key.retired) return `${first}which is retired. Put a key in use first.`
  if (heldKey(ring, key) === 'same') return undefined
  return `${first}but another key is registered as that version. Give the key that was registered.`
}

/** Throws UserError unless the ring has the registered key of each version. */
export function refuseMissing(ring: KeyRing, needed: readonly RegisteredKey[]): void {
  const lacking = needed.find((key) => heldKey(ring, key) !== 'same')
  if (lacking === undefined) return
  const version = String(lacking.version)
  throw new UserError(
    heldKey(ring, lacking) === 'none'
      ? `${variable} lacks version ${version}, which tokens still need. Add it behind the first entry.`
      : `${variable} has another key as version ${version} than the registered one, so no token of it can be read. Give the key that was registered.`,
  )
}
