import { decrypt, encrypt, fingerprintOf } from '../../client/tokens.ts'
import type { KeyRing, TokenColumn, TokenPlace } from '../../client/tokens.ts'
import { sql } from '../../src/postgres/connect.ts'
import { refusedWith, rowsOf, rpc } from './act.ts'
import type { Act } from './act.ts'
import { callers, grace, keyVersion } from './cast.ts'

const token = 'what Google gave'
const user = { p_user_id: grace.id }
const read = { name: 'get_user_tokens', args: user, shown: 'Grace' }

/** A key is registered; the server stores a token that it encrypted, and reads it; a browser sees its state only. */
export function tokenActs(keys: KeyRing): Act[] {
  return [
    registration(keys),
    storing(keys),
    rpc(callers.server, read, (answer) => {
      const stored = String(rowsOf(answer)[0]?.['access_token'])
      const opened = decrypt(stored, placeOf('user_tokens.access_token'), keys)
      if (opened !== token) throw new Error('should be the token that was stored')
      return `decrypted by the server: "${opened}"`
    }),
    rpc(callers.grace, read, refusedWith('42501')),
    rpc(callers.grace, { ...read, name: 'get_user_token_status' }, (answer) => {
      const [row] = rowsOf(answer)
      if (row === undefined || 'access_token' in row) throw new Error('should be a state alone')
      return `${String(row['provider'])}, expired: ${String(row['is_expired'])}; no token`
    }),
  ]
}

function registration({ current, keys }: KeyRing): Act {
  const key = keys.get(current)
  if (key === undefined) throw new Error('the key ring lacks its current key')
  return {
    caller: callers.owner,
    call: `insert into private.encryption_keys: ${String(keyVersion)}`,
    query: sql`
      insert into private.encryption_keys (version, fingerprint)
      values (${keyVersion}, ${fingerprintOf(key)})
      returning fingerprint
    `,
    tell: (answer) => `fingerprint ${String(rowsOf(answer)[0]?.['fingerprint']).slice(0, 16)}…`,
  }
}

function storing(keys: KeyRing): Act {
  const access = encrypt(token, placeOf('user_tokens.access_token'), keys)
  const args = {
    ...user,
    p_provider: 'google',
    p_access_token: access,
    p_refresh_token: encrypt('a refresh token', placeOf('user_tokens.refresh_token'), keys),
    p_expires_at: new Date(Date.now() + 3_600_000).toISOString(),
    p_scopes: ['gmail.readonly'],
  }
  const call = { name: 'upsert_user_tokens', args, shown: 'Grace, google, encrypted' }
  return rpc(callers.server, call, (answer) => {
    rowsOf(answer)
    return `stored as ${access.slice(0, 30)}…`
  })
}

function placeOf(column: TokenColumn): TokenPlace {
  return { userId: grace.id, provider: 'google', column }
}
