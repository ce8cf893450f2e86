import { decrypt, TokenError } from '../../client/tokens.ts'
import type { KeyRing, TokenColumn } from '../../client/tokens.ts'
import type { Talk } from '../../src/files/context.ts'
import type { Queryable } from '../../src/postgres/connect.ts'
import { heldKey, whyNotCurrent } from './key-ring.ts'
import type { Held } from './key-ring.ts'
import { readKeys } from './registered-keys.ts'
import type { RegisteredKey } from './registered-keys.ts'
import { countTokens, readTokens, tokenSources } from './stored-tokens.ts'
import type { StoredToken, TokenSource } from './stored-tokens.ts'

/** A registered key, the tokens that name it, and what the ring has for it. */
interface CheckedKey extends RegisteredKey {
  readonly tokens: number
  readonly held: Held
}

/** Tokens of a column that no key of the ring opens. */
interface UnopenedTokens {
  readonly column: TokenColumn
  readonly version: number
  readonly count: number
  /** The primary keys of the first of them. */
  readonly ids: readonly string[]
}

/** What a check found. */
export interface CheckedTokens {
  readonly keys: readonly CheckedKey[]
  readonly unopened: readonly UnopenedTokens[]
  /** Why the ring's first key cannot encrypt for this database. */
  readonly obstacle: string | undefined
}

/** What a check works with. */
export interface Check {
  readonly ring: KeyRing
  /** How many tokens are read at once. */
  readonly batch: number
  readonly talk: Talk
}

/** Tries to open every token, and counts the tokens of each key. Changes nothing. */
export async function checkTokens(db: Queryable, check: Check): Promise<CheckedTokens> {
  const registered = await readKeys(db)
  const counts = await countTokens(db)
  const unopened: UnopenedTokens[] = []
  for (const source of tokenSources) unopened.push(...(await checkColumn(db, source, check)))
  return {
    keys: registered.map((key) => ({
      ...key,
      tokens: counts
        .filter(({ version }) => version === key.version)
        .reduce((sum, { count }) => sum + count, 0),
      held: heldKey(check.ring, key),
    })),
    unopened,
    obstacle: whyNotCurrent(check.ring, registered),
  }
}

async function checkColumn(
  db: Queryable,
  source: TokenSource,
  { ring, batch, talk }: Check,
): Promise<UnopenedTokens[]> {
  const closed: StoredToken[] = []
  let seen = 0
  for (let after: string | undefined; ;) {
    const tokens = await readTokens(db, source, { after, limit: batch })
    if (tokens.length === 0) break
    after = tokens.at(-1)?.id
    closed.push(...tokens.filter((token) => !opens(token, source.column, ring)))
    seen += tokens.length
    talk.step(`${source.column}: ${seen.toLocaleString('en')} tokens`)
  }
  const byVersion = Map.groupBy(closed, ({ version }) => version)
  return [...byVersion]
    .map(([version, tokens]) => ({
      column: source.column,
      version,
      count: tokens.length,
      ids: tokens.slice(0, 10).map(({ id }) => id),
    }))
    .toSorted((a, b) => a.version - b.version)
}

function opens(
  { token, userId, provider }: StoredToken,
  column: TokenColumn,
  ring: KeyRing,
): boolean {
  try {
    decrypt(token, { userId, provider, column }, ring)
    return true
  } catch (error) {
    if (error instanceof TokenError) return false
    throw error
  }
}
