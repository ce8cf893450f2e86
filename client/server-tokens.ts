import type { SupabaseClient } from '@supabase/supabase-js'
import type { Database } from './database.ts'
import { decrypt, encrypt } from './tokens.ts'
import type { KeyRing, TokenPlace } from './tokens.ts'

/** A user's account at a provider. */
export interface Connection {
  readonly userId: string
  /** Such as `google`. */
  readonly provider: string
}

/** What a provider gave at a sign-in or a refresh, in clear. */
export interface GivenTokens {
  readonly accessToken: string
  /** Providers send it at the first consent only: without it the stored one is kept. */
  readonly refreshToken?: string
  readonly expiresAt: Date
  /** Without them the stored ones are kept. */
  readonly scopes?: readonly string[]
}

/** What is stored, in clear. */
export interface StoredTokens extends GivenTokens {
  readonly scopes: readonly string[]
  readonly isExpired: boolean
}

/** A connection whose access token expires. */
export interface ExpiringConnection extends Connection {
  readonly expiresAt: Date
}

/** Which connections to list: at most 1,000, as the Data API gives. */
export interface ExpiringOptions {
  /** Tokens that expire by then. */
  readonly before: Date
  /** Leaves out those that expired earlier, such as of users who took their consent away. */
  readonly since?: Date
  readonly limit?: number
}

/** The tokens of users, for a server: encrypted before they leave it. */
export interface TokenStore {
  readonly save: (connection: Connection, tokens: GivenTokens) => Promise<void>
  /** Undefined where the user has no connection. Throws TokenError when the ring lacks the key. */
  readonly read: (connection: Connection) => Promise<StoredTokens | undefined>
  /** Those that expire first come first. */
  readonly listExpiring: (options: ExpiringOptions) => Promise<ExpiringConnection[]>
}

/** Opens the store. The client has the service key: a browser may neither read nor write tokens. */
export function openTokenStore(client: SupabaseClient<Database>, ring: KeyRing): TokenStore {
  return {
    save: async (connection, tokens) => save(client, ring, { ...connection, ...tokens }),
    read: async (connection) => read(client, ring, connection),
    listExpiring: async (options) => listExpiring(client, options),
  }
}

async function save(
  client: SupabaseClient<Database>,
  ring: KeyRing,
  tokens: Connection & GivenTokens,
): Promise<void> {
  const { accessToken, refreshToken, expiresAt, scopes } = tokens
  await client
    .rpc('upsert_user_tokens', {
      p_user_id: tokens.userId,
      p_provider: tokens.provider,
      p_access_token: encrypt(accessToken, placeOf(tokens, 'access_token'), ring),
      p_refresh_token:
        refreshToken === undefined
          ? null
          : encrypt(refreshToken, placeOf(tokens, 'refresh_token'), ring),
      p_expires_at: expiresAt.toISOString(),
      p_scopes: scopes === undefined ? null : [...scopes],
    })
    .throwOnError()
}

async function read(
  client: SupabaseClient<Database>,
  ring: KeyRing,
  connection: Connection,
): Promise<StoredTokens | undefined> {
  const { data } = await client
    .rpc('get_user_tokens', { p_user_id: connection.userId, p_provider: connection.provider })
    .throwOnError()
  const [row] = data
  if (row === undefined) return undefined
  const refresh = row.refresh_token
  return {
    accessToken: decrypt(row.access_token, placeOf(connection, 'access_token'), ring),
    ...(refresh !== null && {
      refreshToken: decrypt(refresh, placeOf(connection, 'refresh_token'), ring),
    }),
    expiresAt: new Date(row.expires_at),
    scopes: row.scopes,
    isExpired: row.is_expired,
  }
}

async function listExpiring(
  client: SupabaseClient<Database>,
  { before, since = new Date(0), limit = 1000 }: ExpiringOptions,
): Promise<ExpiringConnection[]> {
  const { data } = await client
    .from('user_tokens')
    .select('user_id, provider, expires_at')
    .gte('expires_at', since.toISOString())
    .lte('expires_at', before.toISOString())
    .order('expires_at')
    .limit(limit)
    .throwOnError()
  return data.map((row) => ({
    userId: row.user_id,
    provider: row.provider,
    expiresAt: new Date(row.expires_at),
  }))
}

function placeOf(
  { userId, provider }: Connection,
  name: 'access_token' | 'refresh_token',
): TokenPlace {
  return { userId, provider, column: `user_tokens.${name}` }
}
