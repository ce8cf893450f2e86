import { expect, it } from 'vitest'
import { ensureAccount, parseEmail } from '../../aura/local-user/account.ts'
import { loadJwtSecret } from '../../aura/local-user/jwt-secret.ts'
import { signHs256 } from '../../aura/local-user/sign-hs256.ts'
import { withSession } from '../../src/postgres/connect.ts'
import { loadProject } from '../../src/files/project.ts'
import { sql, useDatabase } from '../support/database.ts'
import { asUser } from '../support/roles.ts'
import { silent } from '../support/talk.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })

it('a token is the one that Supabase publishes for the same claims and secret', async () => {
  const { secret, source } = await secretOf({})
  // The public key `anon` of every `supabase start`.
  expect(source).toBe('published')
  expect(signHs256({ iss: 'supabase-demo', role: 'anon', exp: 1983812996 }, secret)).toBe(
    [
      'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9',
      'eyJpc3MiOiJzdXBhYmFzZS1kZW1vIiwicm9sZSI6ImFub24iLCJleHAiOjE5ODM4MTI5OTZ9',
      'CRXP1A7WOeoJeXxjNni43kdQwgnWNReilDMblYTn_I0',
    ].join('.'),
  )
})

it('the secret of the variable is used, and a short one is refused without being shown', async () => {
  const long = 's'.repeat(32)
  expect(await secretOf({ AURA_JWT_SECRET: long })).toEqual({
    secret: long,
    source: 'AURA_JWT_SECRET',
  })
  await expect(secretOf({ AURA_JWT_SECRET: 's'.repeat(31) })).rejects.toThrow(
    /^AURA_JWT_SECRET: shorter than 32 bytes, which the Data API refuses\. Make one with: openssl rand -base64 32$/,
  )
})

it('an address has one account, however it is written and however many ask at once', async () => {
  const emails = [
    'Grace@Example.com',
    ' grace@example.com ',
    'GRACE@EXAMPLE.COM',
    'grace@example.com',
  ]
  const accounts = await Promise.all(
    emails.map(async (email) =>
      withSession(db.url, async (session) => ensureAccount(session, parseEmail(email))),
    ),
  )
  const ids = new Set(accounts.map(({ id }) => id))
  expect(ids.size).toBe(1)
  expect(accounts.filter(({ made }) => made).length).toBe(1)
  const [id = ''] = ids
  // The trigger on sign-ups made the profile, which the account reads.
  await asUser(db, id, async ({ query }) => {
    expect(await query(sql`select id, email from public.profiles`)).toEqual([
      { id, email: 'grace@example.com' },
    ])
  })
})

it.each(['', 'ada', 'ada@', '@example.com', 'a da@example.com', `${'a'.repeat(250)}@b.example`])(
  '"%s" is no address',
  (text) => {
    expect(() => parseEmail(text)).toThrow(`db user ${text}: not an e-mail address`)
  },
)

async function secretOf(
  variables: Readonly<Record<string, string>>,
): ReturnType<typeof loadJwtSecret> {
  return loadJwtSecret({ project: await loadProject(import.meta.dirname), variables, talk: silent })
}
