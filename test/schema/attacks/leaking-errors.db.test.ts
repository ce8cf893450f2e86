import { beforeAll, describe, expect, test } from 'vitest'
import { isSQLError } from '../../../src/postgres/connect.ts'
import type { SQLQuery } from '../../../src/postgres/connect.ts'
import { sql, useDatabase } from '../../support/database.ts'
import { defaultPrivileges } from '../../support/default-privileges.ts'
import { asOwner } from '../../support/roles.ts'
import { ciphertext } from '../ciphertext.ts'
import { ada, callOf } from '../scene.ts'
import type { Args } from '../scene.ts'
import { twoUsers } from '../two-users.ts'

const db = useDatabase({ kind: 'migrations', mode: defaultPrivileges })

beforeAll(async () => {
  await db.text(twoUsers)
})

/** Stands in every value that no error may show. */
const secret = 'SeCrEt'

const good = ciphertext(1, secret)
const nobody = '00000000-0000-4000-8000-00000000dead'

/** Arguments of which one or more are wrong. */
const mistakes: Readonly<Record<string, Args>> = {
  'an access token in clear': { p_access_token: `ya29.${secret}` },
  'a refresh token in clear': { p_refresh_token: `1//${secret}` },
  'both in clear': { p_access_token: `ya29.${secret}`, p_refresh_token: `1//${secret}` },
  'an empty access token': { p_access_token: '' },
  'an access token with a line break behind it': { p_access_token: `${good}\n` },
  'an access token with a token in clear behind it': { p_access_token: `${good} ya29.${secret}` },
  'an access token that is too long': { p_access_token: ciphertext(1, secret.repeat(3000)) },
  'a refresh token that is too long': { p_refresh_token: ciphertext(1, secret.repeat(3000)) },
  'an access token of a key that nobody registered': { p_access_token: ciphertext(9, secret) },
  'a refresh token of a key that nobody registered': { p_refresh_token: ciphertext(9, secret) },
  'no access token': { p_access_token: null },
  'too many scopes': { p_scopes: Array.from({ length: 65 }, () => 's') },
  'scopes that are too long': { p_scopes: [secret.repeat(2000)] },
  'a scope that is missing': { p_scopes: [secret, null] },
  'scopes in two dimensions': { p_scopes: [[secret], [secret]] },
  'a user who does not exist': { p_user_id: nobody },
  'no user': { p_user_id: null },
}

const arguments_ = {
  p_user_id: ada,
  p_access_token: good,
  p_refresh_token: good,
  p_expires_at: '2999-01-01Z',
  p_scopes: [secret],
}

const moreMistakes: Readonly<Record<string, Args>> = {
  ...mistakes,
  'no time of expiry': { p_expires_at: null },
  'no provider': { p_provider: null },
  'a provider that is none': { p_provider: 'Google!' },
  'no refresh token, now or before': { p_provider: 'another', p_refresh_token: null },
}

// Attack: read a token in the error of a function that was given a wrong one.
// Stopped by: the domain refuses without the value, and all else is checked before a row is
// written, whose error would show it.
describe.each([
  ['store_google_oauth_tokens', arguments_, mistakes],
  ['upsert_user_tokens', { ...arguments_, p_provider: 'google' }, moreMistakes],
] as const)('an error of %s', (name, args, wrong) => {
  test.each(Object.entries(wrong))('for %s shows no token, in clear or not', async (_, mistake) => {
    const error = await errorOf(sql`select ${callOf(name, { ...args, ...mistake })}`)
    expect(error).not.toContain(secret)
  })
})

// Attack: read a token in the error of a table or a cast.
// Stopped by: the domain refuses without the value, before the row is there.
describe('an error of a table', () => {
  test.each<[string, SQLQuery]>([
    [
      'user_tokens',
      sql`
        insert into public.user_tokens (user_id, provider, access_token, expires_at)
        values (${ada}, 'other', ${`ya29.${secret}`}, now())
      `,
    ],
    [
      'oauth_tokens',
      sql`
        insert into public.oauth_tokens (user_id, provider, access_token, refresh_token)
        values (${ada}, 'other', ${ciphertext(1, 'x')}, ${`1//${secret}`})
      `,
    ],
    [
      'oauth_tokens, changed',
      sql`update public.oauth_tokens set access_token = ${`ya29.${secret}`}`,
    ],
    ['profiles', sql`update public.profiles set google_access_token = ${`ya29.${secret}`}`],
    ['profiles, changed', sql`update public.profiles set google_refresh_token = ${`1//${secret}`}`],
    ['no table at all', sql`select ${`ya29.${secret}`}::public.token_ciphertext`],
  ])('that is given a token in clear (%s) does not show it', async (_, query) => {
    expect(await errorOf(query)).not.toContain(secret)
  })
})

// Control: the search finds a value that is shown.
test('an error that shows a value would be caught at that', async () => {
  expect(await errorOf(sql`select ${`not a number: ${secret}`}::text::integer`)).toContain(secret)
})

/** All that PostgreSQL sends with an error to the server: message, detail, hint, context, the names it gives. */
async function errorOf(query: SQLQuery): Promise<string> {
  return asOwner(db, async ({ become, tx }) => {
    await become('service_role', { role: 'service_role' })
    try {
      await tx.tx(async (inner) => inner.query(query))
    } catch (error) {
      if (!isSQLError(error)) throw error
      return JSON.stringify(Object.getOwnPropertyNames(error).map((key) => Reflect.get(error, key)))
    }
    throw new Error('it went through')
  })
}
