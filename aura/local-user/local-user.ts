import { randomUUID } from 'node:crypto'
import { openLocal } from '../../src/commands/db.ts'
import type { Context } from '../../src/files/context.ts'
import { withSession } from '../../src/postgres/connect.ts'
import { ensureAccount, parseEmail, readHasProfile } from './account.ts'
import type { Account } from './account.ts'
import { loadJwtSecret } from './jwt-secret.ts'
import type { JwtSecret } from './jwt-secret.ts'
import { signHs256 } from './sign-hs256.ts'

/** An account of the local database with a token for it. */
export interface LocalUser extends Account {
  readonly hasProfile: boolean
  readonly claims: Claims
  readonly token: string
  /** Where the secret is from that signed it. */
  readonly secret: JwtSecret['source']
}

/** What Supabase Auth writes into the token of a signed-in user; times in seconds since 1970. */
interface Claims {
  readonly iss: string
  readonly sub: string
  readonly aud: 'authenticated'
  readonly exp: number
  readonly iat: number
  readonly email: string
  readonly role: 'authenticated'
  readonly aal: 'aal1'
  readonly session_id: string
  readonly is_anonymous: false
}

const hour = 3600

/**
 * Makes the account of an address in the local database, or finds it, and signs a token for one hour. Throws UserError
 * for what is no address, and for a secret that is too short.
 */
export async function localUserCommand(context: Context, given: string): Promise<LocalUser> {
  const email = parseEmail(given)
  const { secret, source } = await loadJwtSecret(context)
  const { url } = await openLocal(context)
  return withSession(url, async (session) => {
    const account = await ensureAccount(session, email)
    const claims = claimsOf(account)
    return {
      ...account,
      hasProfile: await readHasProfile(session, account.id),
      claims,
      token: signHs256({ ...claims }, secret),
      secret: source,
    }
  })
}

function claimsOf({ id, email }: Account): Claims {
  const now = Math.floor(Date.now() / 1000)
  return {
    iss: 'http://127.0.0.1:54321/auth/v1',
    sub: id,
    aud: 'authenticated',
    exp: now + hour,
    iat: now,
    email,
    role: 'authenticated',
    aal: 'aal1',
    session_id: randomUUID(),
    is_anonymous: false,
  }
}
