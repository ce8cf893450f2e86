import type { Paint } from '../../src/report/paint.ts'
import { renderTable } from '../../src/report/text-table.ts'
import type { LocalUser } from './local-user.ts'

/** The account, the claims of the token, and in the last line the token alone. */
export function renderLocalUser({ email, made, claims, token }: LocalUser, paint: Paint): string {
  return [
    `${paint.good(made ? 'Made' : 'Found')}: ${email}`,
    renderTable(Object.entries(claims).map(([name, value]) => [name, String(value)])),
    `The token is valid for one hour, until ${new Date(claims.exp * 1000).toISOString()}:`,
    token,
  ].join('\n')
}

/** What to know of it, for standard error. */
export function renderLocalUserTalk({ hasProfile, secret }: LocalUser, paint: Paint): string {
  const signed =
    secret === 'published'
      ? 'Signed with the secret that `supabase start` publishes: for local use only. Set AURA_JWT_SECRET for another.'
      : 'Signed with the secret of AURA_JWT_SECRET.'
  const profile = hasProfile ? [] : ['It has no profile: npm run apply makes what sign-ups need.']
  return [signed, ...profile].map(paint.notice).join('\n')
}
