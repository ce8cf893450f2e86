import { expect, test } from 'vitest'
import { sql, useDatabase } from '../../support/database.ts'
import { asOwner, asUser } from '../../support/roles.ts'
import { ada, bob } from '../scene.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })

const refused = { kind: 'refused', code: '42501', message: 'not allowed to act for this user' }

const done = { kind: 'done' }
const user = { sub: ada, role: 'authenticated' }

test.each([
  { who: 'a user for himself', claims: user, acted: ada, outcome: done },
  {
    who: 'an anonymous user too',
    claims: { ...user, is_anonymous: true },
    acted: ada,
    outcome: done,
  },
  { who: 'a user for another', claims: user, acted: bob, outcome: refused },
  { who: 'a user for nobody', claims: user, acted: null, outcome: refused },
  { who: 'the server for a user', claims: { role: 'service_role' }, acted: ada, outcome: done },
  {
    who: 'a token without a user',
    claims: { role: 'authenticated' },
    acted: ada,
    outcome: refused,
  },
  { who: 'nobody for nobody', claims: { role: 'authenticated' }, acted: null, outcome: refused },
  { who: 'a token of anon', claims: { role: 'anon' }, acted: ada, outcome: refused },
  { who: 'a token without a role', claims: {}, acted: ada, outcome: refused },
])('$who: $outcome.kind', async ({ claims, acted, outcome }) => {
  await asUser(db, ada, async ({ attempt, become }) => {
    await become('authenticated', claims)
    expect(await attempt(sql`select private.assert_acting_for(${acted})`)).toMatchObject(outcome)
  })
})

test.each([
  ['no claims at all', null],
  ['the empty claims of a finished request', ''],
])('%s are refused, even to the owner', async (_, claims) => {
  await asOwner(db, async (actor) => {
    if (claims !== null) {
      await actor.query(sql`select set_config('request.jwt.claims', ${claims}, true)`)
    }
    expect(await actor.attempt(sql`select private.assert_acting_for(${ada})`)).toMatchObject(
      refused,
    )
  })
})
