import { randomUUID } from 'node:crypto'
import type { KeysRequest } from '../../../aura/keys/keys-request.ts'
import { keysCommand } from '../../../aura/keys/keys-command.ts'
import type { KeysResult } from '../../../aura/keys/keys-command.ts'
import { encrypt, parseKeyRing } from '../../../client/tokens.ts'
import type { TokenColumn } from '../../../client/tokens.ts'
import type { Context } from '../../../src/files/context.ts'
import { sql, useDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/database.ts'
import { contextFor } from '../../support/target.ts'

/** A migrated database, and the verb `keys` on it with the keys that a server would have. */
export interface KeysWorld {
  readonly db: TestDatabase
  readonly context: Context
  /** Runs the verb; `keys` is AURA_TOKEN_KEYS, `line` is what a person gives when asked for a key. */
  readonly run: (request: KeysRequest, given?: Given) => Promise<KeysResult>
  readonly register: (...entries: readonly string[]) => Promise<void>
}

interface Given {
  readonly keys?: string
  readonly line?: string
}

/** Every column of tokens, ordered. */
export const tokenColumns: readonly TokenColumn[] = [
  'oauth_tokens.access_token',
  'oauth_tokens.refresh_token',
  'profiles.google_access_token',
  'profiles.google_refresh_token',
  'user_tokens.access_token',
  'user_tokens.refresh_token',
]

/** One database for the tests of a file, whose transactions commit; each test begins without users and keys. */
export function useKeysWorld(): (use: (world: KeysWorld) => Promise<void>) => Promise<void> {
  const db = useDatabase({ kind: 'migrations', mode: 'today' })
  return async (use) => {
    await db.superuser.query(sql`delete from auth.users`)
    await db.superuser.query(sql`delete from private.encryption_keys`)
    const context = await contextFor(db.url)
    const run = async (
      request: KeysRequest,
      { keys = '', line = '' }: Given = {},
    ): Promise<KeysResult> => {
      const variables = { ...context.variables, AURA_TOKEN_KEYS: keys }
      return keysCommand({ ...context, variables }, request, async () => line)
    }
    const register = async (...entries: readonly string[]): Promise<void> => {
      for (const line of entries) await run({ action: 'register', environment: 'test' }, { line })
    }
    await use({ db, context, run, register })
  }
}

/** A user with a token in every column, encrypted by the first key. */
export async function addUser(db: TestDatabase, keys: string): Promise<string> {
  const id = randomUUID()
  const ring = parseKeyRing(keys)
  const token = (column: TokenColumn): string =>
    encrypt(tokenOf(id, column), { userId: id, provider: 'google', column }, ring)
  await db.query(sql`insert into auth.users (id) values (${id})`)
  await db.query(sql`
    update public.profiles
    set
      google_access_token = ${token('profiles.google_access_token')},
      google_refresh_token = ${token('profiles.google_refresh_token')}
    where id = ${id}
  `)
  await db.query(sql`
    insert into public.oauth_tokens (user_id, access_token, refresh_token)
    values (${id}, ${token('oauth_tokens.access_token')}, ${token('oauth_tokens.refresh_token')})
  `)
  await db.query(sql`
    insert into public.user_tokens (user_id, access_token, refresh_token, expires_at)
    values (
      ${id}, ${token('user_tokens.access_token')}, ${token('user_tokens.refresh_token')}, '2999-01-01Z'
    )
  `)
  return id
}

/** What a user's token of a column says. */
export function tokenOf(id: string, column: TokenColumn): string {
  return `token of ${id} in ${column}`
}

/** A token as it is stored. */
export interface StoredRow {
  readonly user: string
  readonly column: TokenColumn
  readonly token: string
}

/** Every token, ordered. */
export async function readStored(db: TestDatabase): Promise<readonly StoredRow[]> {
  const rows: StoredRow[] = await db.owner.query(sql`
    select t.user, t.column, t.token
    from (
      select user_id::text, 'oauth_tokens.access_token', access_token::text from public.oauth_tokens
      union all
      select user_id::text, 'oauth_tokens.refresh_token', refresh_token::text from public.oauth_tokens
      union all
      select id::text, 'profiles.google_access_token', google_access_token::text from public.profiles
      union all
      select id::text, 'profiles.google_refresh_token', google_refresh_token::text from public.profiles
      union all
      select user_id::text, 'user_tokens.access_token', access_token::text from public.user_tokens
      union all
      select user_id::text, 'user_tokens.refresh_token', refresh_token::text from public.user_tokens
    ) as t ("user", "column", token)
    where t.token is not null
    order by t.user, t.column
  `)
  return rows
}
