import { beforeAll, describe, expect, test } from 'vitest'
import { withSession } from '../../../src/postgres/connect.ts'
import { quoteLiteral } from '../../../src/sql/quote.ts'
import { sql, useDatabase } from '../../support/database.ts'
import { defaultPrivileges } from '../../support/default-privileges.ts'
import { asOwner } from '../../support/roles.ts'
import type { Actor } from '../../support/roles.ts'
import { routines } from '../rights-matrix.ts'
import { ada, bob } from '../scene.ts'
import { askEach, prepareEnds } from '../statement-ends.ts'
import { twoUsers } from '../two-users.ts'
import { calls } from './calls.ts'

const db = useDatabase({ kind: 'migrations', mode: defaultPrivileges })

beforeAll(async () => {
  await db.text(twoUsers)
})

// Control: no function is left out of the calls.
test('every function of public is among the calls', () => {
  const names = routines.filter(({ name }) => name.startsWith('public.')).map(({ name }) => name)
  expect(calls.map(({ name }) => `public.${name}`).toSorted()).toEqual(names.toSorted())
})

const carol = '00000000-0000-4000-8000-0000000ca401'
const somebody = { sub: bob, role: 'authenticated' }

// Attack: call every function with the id of another user: signed in, anonymous, with forged
// metadata, roles or ids, or without claims.
// Stopped by: row security admits the rows of auth.uid() alone, whatever a parameter says;
// assert_acting_for compares it with the claims.
describe.each<[string, string]>([
  ['another user', JSON.stringify(somebody)],
  ['an anonymous user', JSON.stringify({ ...somebody, sub: carol, is_anonymous: true })],
  [
    'another user whose own data say that he is the first one and the server',
    JSON.stringify({
      ...somebody,
      user_metadata: { sub: ada, role: 'service_role' },
      app_metadata: { sub: ada, role: 'service_role' },
    }),
  ],
  [
    'a user whose role is nearly the server',
    JSON.stringify({ ...somebody, role: 'service_role ' }),
  ],
  ['a user whose roles are a list', JSON.stringify({ ...somebody, role: ['service_role'] })],
  ['a user whose id is empty', JSON.stringify({ ...somebody, sub: '' })],
  ['a user whose id is null', JSON.stringify({ ...somebody, sub: null })],
  ['a token without claims', '{}'],
  ['a connection whose last request is over', ''],
])('with the id of a user in every function, %s', (_, claims) => {
  test('sees nothing and changes nothing', async () => {
    await asOwner(db, async (actor) => {
      await prepareEnds(actor)
      const before = await rowsOf(actor, ada)
      await actor.become('authenticated', {})
      await actor.query(sql`select set_config('request.jwt.claims', ${claims}, true)`)
      expect(await answers(actor)).toEqual(forOthers)
      await actor.become('postgres', {})
      expect(await rowsOf(actor, ada)).toEqual(before)
    })
  })
})

// Attack: call every function on a connection that never had a request.
// Stopped by: claims that are absent are nobody.
test('a connection that never had a request sees nothing and changes nothing either', async () => {
  await withSession(db.url, async (session) => {
    expect(
      await session.query(sql`select current_setting('request.jwt.claims', true) as claims`),
    ).toEqual([{ claims: null }])
    await asOwner({ owner: session, superuser: session }, async (actor) => {
      await prepareEnds(actor)
      await actor.text('set local role authenticated')
      expect(await answers(actor)).toEqual(forOthers)
    })
  })
})

// Attack: use the connection of the server after its request, when the pooler hands it on.
// Stopped by: claims end with their transaction, and empty ones are nobody.
test('after a request of the server its connection opens nothing to the next one', async () => {
  await withSession(db.url, async (session) => {
    await session.tx(async (tx) => {
      await tx.query(sql`select set_config('request.jwt.claims', '{"role": "service_role"}', true)`)
    })
    expect(
      await session.query(sql`select current_setting('request.jwt.claims', true) as claims`),
    ).toEqual([{ claims: '' }])
    await asOwner({ owner: session, superuser: session }, async (actor) => {
      await prepareEnds(actor)
      await actor.text('set local role authenticated')
      expect(await answers(actor)).toEqual(forOthers)
    })
  })
})

// Attack: act for a user by direct SQL without claims.
// Stopped by: the functions that run as their owner refuse who has no claims: 42501.
test('nobody acts for a user by direct SQL without claims: operators have the tables', async () => {
  await asOwner(db, async (actor) => {
    await prepareEnds(actor)
    const closed = calls.filter((call) => call.forOthers === 'not for this user')
    expect(
      await askEach(
        actor,
        closed.map(({ call }) => call),
      ),
    ).toEqual(closed.map(() => '42501: not allowed to act for this user'))
  })
})

// Attack: learn from a refusal whether an account exists.
// Stopped by: the refusal is the same sentence for both, and comes before any row is read.
test('the refusal says the same of a user who exists and of one who does not', async () => {
  await asOwner(db, async (actor) => {
    await prepareEnds(actor)
    await actor.become('authenticated', somebody)
    const [existing, unknown] = await askEach(actor, [
      `public.get_user_token_status('${ada}')`,
      `public.get_user_token_status('${carol}')`,
    ])
    expect(existing).toBe('42501: not allowed to act for this user')
    expect(unknown).toBe(existing)
  })
})

// Attack: claim to be the server in a token, on a connection of a user.
// Stopped by: only the Data API sets claims, from a token that it verified, and sets the role from
// the same claim; tables go by the role of the connection.
test('the role of the token opens the bodies that run as their owner, the role of the connection the tables', async () => {
  await asOwner(db, async (actor) => {
    await prepareEnds(actor)
    // Only the Data API sets claims, from a token that it verified, and it sets the role from the same claim.
    await actor.become('authenticated', { sub: bob, role: 'service_role' })
    const { get_user_token_status, ...rest } = await answers(actor)
    expect(get_user_token_status).toContain('"provider": "google"')
    expect(rest).toEqual({
      ...Object.fromEntries(
        Object.entries(forOthers).filter(([name]) => name !== 'get_user_token_status'),
      ),
      delete_google_oauth_tokens: 'done',
      delete_user_tokens: 'done',
    })
  })
})

// Attack: send SQL or a pattern in a parameter.
// Stopped by: parameters are values in every statement, and are compared by equality. One function
// builds SQL, from names of the catalog.
test.each([
  "'; delete from public.execution_logs; --",
  "' or true --",
  '%',
  '_',
  '\\',
  '$$',
  '{t}',
])('the text %s in a parameter is a text and no SQL or pattern', async (text) => {
  await asOwner(db, async (actor) => {
    await prepareEnds(actor)
    const [ofAda, ofBob] = [await rowsOf(actor, ada), await rowsOf(actor, bob)]
    await actor.become('service_role', { role: 'service_role' })
    const hostile = calls
      .filter(({ call }) => call.includes("'t'"))
      .filter(({ name }) => /^(get|delete|update)_/.test(name))
      .map(({ call }) => call.replace("'t'", quoteLiteral(text)))
    expect(hostile).toHaveLength(7)
    expect((await askEach(actor, hostile)).map(shortened)).toEqual(hostile.map(() => 'nothing'))
    await actor.become('postgres', {})
    expect([await rowsOf(actor, ada), await rowsOf(actor, bob)]).toEqual([ofAda, ofBob])
  })
})

// Control: the calls reach what they attack.
test('the calls do something for the user herself, and nothing to others', async () => {
  await asOwner(db, async (actor) => {
    await prepareEnds(actor)
    const before = await rowsOf(actor, bob)
    await actor.become('authenticated', { sub: ada, role: 'authenticated' })
    const own = await answers(actor)
    expect(calls.filter(({ name }) => own[name] === forOthers[name])).toEqual(
      calls.filter((call) => call.forOthers === 'no right'),
    )
    await actor.become('postgres', {})
    expect(await rowsOf(actor, bob)).toEqual(before)
  })
})

const forOthers: Readonly<Record<string, string>> = Object.fromEntries(
  calls.map((call) => [call.name, call.forOthers]),
)

async function answers(actor: Actor): Promise<Readonly<Record<string, string>>> {
  const found = await askEach(
    actor,
    calls.map(({ call }) => call),
  )
  return Object.fromEntries(calls.map(({ name }, index) => [name, shortened(found[index] ?? '')]))
}

const short: readonly (readonly [RegExp, string])[] = [
  [/^(\[\]|\[0\]|\[false\])$/, 'nothing'],
  [/^\[(null|"")\]$/, 'done'],
  [/^\[(\{("\w+": (0|null)(, )?)+("table_name": "\w+")?\}(, )?)+\]$/, 'zeros'],
  [/^42501: permission denied for function \w+$/, 'no right'],
  [/^42501: new row violates row-level security policy for table "\w+"$/, 'policy'],
  [/^42501: not allowed to act for this user$/, 'not for this user'],
]

function shortened(answer: string): string {
  return short.find(([form]) => form.test(answer))?.[1] ?? answer
}

/** All rows of a user, as text. */
async function rowsOf({ query }: Actor, user: string): Promise<unknown> {
  return query(sql`
    select t.row
    from (
      select 'profile' || p::text as row from public.profiles as p where p.id = ${user}
      union all
      select 'token' || o::text from public.oauth_tokens as o where o.user_id = ${user}
      union all
      select 'token' || u::text from public.user_tokens as u where u.user_id = ${user}
      union all
      select 'log' || l::text from public.execution_logs as l where l.user_id = ${user}
      union all
      select 'task' || h::text from public.task_history as h where h.user_id = ${user}
      union all
      select 'document' || d::text from public.documents_generated as d where d.user_id = ${user}
    ) as t
    order by t.row
  `)
}
