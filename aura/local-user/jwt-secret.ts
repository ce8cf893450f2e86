import { UserError } from '../../src/errors.ts'
import type { Context } from '../../src/files/context.ts'
import { loadVariables } from '../../src/files/environment.ts'

/** What tokens are signed with, and where that came from. */
export interface JwtSecret {
  readonly secret: string
  readonly source: 'AURA_JWT_SECRET' | 'published'
}

/** What every `supabase start` uses unless it is told otherwise; printed in Supabase's documentation. */
const published = 'super-secret-jwt-token-with-at-least-32-characters-long'

/**
 * The secret of AURA_JWT_SECRET, in the shell or in `.env.local`; else the published one of `supabase start`. Throws
 * UserError for a secret shorter than 32 bytes: HS256 asks for that (RFC 7518, 3.2), and PostgREST refuses it.
 */
export async function loadJwtSecret({ project, variables }: Context): Promise<JwtSecret> {
  const all = await loadVariables(variables, { root: project.root, environment: 'local' })
  const secret = all['AURA_JWT_SECRET'] ?? ''
  if (secret === '') return { secret: published, source: 'published' }
  if (Buffer.byteLength(secret, 'utf8') >= 32) return { secret, source: 'AURA_JWT_SECRET' }
  throw new UserError(
    'AURA_JWT_SECRET: shorter than 32 bytes, which the Data API refuses. Make one with: openssl rand -base64 32',
  )
}
