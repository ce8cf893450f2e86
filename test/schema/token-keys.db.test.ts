import { describe, expect, test } from 'vitest'
import { isSQLError, withSession } from '../../src/postgres/connect.ts'
import type { SQLQuery } from '../../src/postgres/connect.ts'
import { sql, useDatabase } from '../support/database.ts'
import { defaultPrivileges } from '../support/default-privileges.ts'
import type { TestDatabase } from '../support/database.ts'
import { ciphertext } from './ciphertext.ts'
import { ada, bob, withScene } from './scene.ts'
import type { Scene } from './scene.ts'

const db = useDatabase({ kind: 'migrations', mode: defaultPrivileges })
/** The races commit what they write. */
const shared = useDatabase({ kind: 'migrations', mode: defaultPrivileges })

const [retired, inUse, unknown] = [ciphertext(1, 'old'), ciphertext(2, 'new'), ciphertext(3, 'x')]

const refusedAsRetired = {
  kind: 'refused',
  code: '22023',
  message: 'the key of version 1 is retired',
  detail: undefined,
  hint: 'Encrypt with a key in use. The first entry of AURA_TOKEN_KEYS is the one that encrypts.',
}
const refusedAsUnknown = {
  kind: 'refused',
  code: '23503',
  message: 'no key of version 3 is registered',
  detail: undefined,
  hint: 'Register the key before the first token that it encrypts: npm run keys register',
}

/** A column of tokens and how a row gets there; Ada has a row with a token of the key 1. */
const places = [
  { table: 'oauth_tokens', column: 'access_token' },
  { table: 'oauth_tokens', column: 'refresh_token' },
  { table: 'user_tokens', column: 'access_token' },
  { table: 'user_tokens', column: 'refresh_token' },
  { table: 'profiles', column: 'google_access_token' },
  { table: 'profiles', column: 'google_refresh_token' },
]

const actors = [
  ['the server', async (scene: Scene) => scene.asServer()],
  ['the owner', async (scene: Scene) => scene.asOwner()],
] as const

describe.each(places)('a token in $column of $table', ({ table, column }) => {
  const set = (value: string | null): SQLQuery => sql`
    update ${sql.ident('public', table)} set ${sql.ident(column)} = ${value}
    where ${sql.ident(column)} is not null
  `

  // Attack: store a new token under a key that is retired.
  // Stopped by: a trigger looks the key up and refuses with 22023.
  test.each(actors)('of a retired key is refused to %s', async (_, become) => {
    await withRetired(async (scene) => {
      await become(scene)
      expect(await scene.attempt(set(ciphertext(1, 'another')))).toEqual(refusedAsRetired)
      expect(await scene.attempt(insertOf(table, column, retired))).toEqual(refusedAsRetired)
    })
  })

  // Attack: store a token under a key that nobody registered.
  // Stopped by: the same trigger, and foreign keys from the version in a token to the register.
  test.each(actors)('of a key that is not registered is refused to %s', async (_, become) => {
    await withRetired(async (scene) => {
      await become(scene)
      expect(await scene.attempt(set(unknown))).toEqual(refusedAsUnknown)
      expect(await scene.attempt(insertOf(table, column, unknown))).toEqual(refusedAsUnknown)
    })
  })

  test.each(actors)('of a key in use is taken from %s', async (_, become) => {
    await withRetired(async (scene) => {
      await become(scene)
      expect(await scene.attempt(insertOf(table, column, inUse))).toMatchObject({ kind: 'done' })
      expect(await scene.attempt(set(inUse))).toMatchObject({ kind: 'done' })
      expect(await scene.attempt(set(retired))).toEqual(refusedAsRetired)
    })
  })

  test.each(actors)('that stays as it was is left to %s', async (_, become) => {
    await withRetired(async (scene) => {
      await become(scene)
      const updates = [
        set(retired),
        sql`update ${sql.ident('public', table)} set ${sql.ident(column)} = ${sql.ident(column)}`,
        sql`update ${sql.ident('public', table)} set updated_at = now()`,
      ]
      for (const update of updates) {
        expect(await scene.attempt(update)).toMatchObject({ kind: 'done' })
      }
    })
  })
})

const upsert = {
  p_user_id: ada,
  p_provider: 'google',
  p_expires_at: '2999-01-01Z',
  p_scopes: null,
}
const store = { p_user_id: ada, p_expires_at: null, p_scopes: null }

describe('a function that stores tokens', () => {
  test.each([
    ['upsert_user_tokens', upsert],
    ['store_google_oauth_tokens', store],
  ])('%s says of a token that its key is retired or not registered', async (name, args) => {
    await withRetired(async (scene) => {
      await scene.asServer()
      for (const [value, refusal] of [
        [retired, refusedAsRetired],
        [unknown, { ...refusedAsUnknown, code: '22023' }],
      ] as const) {
        expect(
          await scene.refusal(name, { ...args, p_access_token: value, p_refresh_token: inUse }),
        ).toEqual(refusal)
        expect(
          await scene.refusal(name, { ...args, p_access_token: inUse, p_refresh_token: value }),
        ).toEqual(refusal)
      }
    })
  })

  test.each([
    ['upsert_user_tokens', upsert],
    ['store_google_oauth_tokens', store],
  ])(
    '%s keeps a refresh token of a retired key when the provider sent none',
    async (name, args) => {
      await withRetired(async (scene) => {
        await scene.asServer()
        await scene.value(name, { ...args, p_access_token: inUse, p_refresh_token: null })
        const table = name === 'upsert_user_tokens' ? 'user_tokens' : 'oauth_tokens'
        expect(
          await scene.query(sql`
          select access_token, refresh_token from ${sql.ident('public', table)} where user_id = ${ada}
        `),
        ).toEqual([{ access_token: inUse, refresh_token: retired }])
      })
    },
  )
})

describe('an account that is unknown', () => {
  test.each([
    ['upsert_user_tokens', upsert, 'An account in auth.users.'],
    ['store_google_oauth_tokens', store, 'An account that has a profile.'],
  ])('is said by %s without the row', async (name, args, hint) => {
    await withRetired(async (scene) => {
      await scene.asServer()
      const call = { ...args, p_access_token: inUse, p_refresh_token: inUse }
      expect(
        await scene.refusal(name, { ...call, p_user_id: '00000000-0000-4000-8000-00000000dead' }),
      ).toEqual({
        kind: 'refused',
        code: '22023',
        message: 'p_user_id is unknown',
        detail: undefined,
        hint,
      })
    })
  })
})

describe('the users themselves', () => {
  test('change and make their profiles though no right on the keys is theirs', async () => {
    await withRetired(async (scene) => {
      await scene.text(`delete from public.profiles where id = '${bob}'`)
      await scene.asUser(ada)
      await scene.query(sql`update public.profiles set full_name = 'Ada'`)
      await scene.asUser(bob)
      await scene.query(sql`insert into public.profiles (id, full_name) values (${bob}, 'Bob')`)
      await scene.asOwner()
      expect(
        await scene.query(sql`
          select full_name, google_access_token as token from public.profiles
          where id in (${ada}, ${bob}) order by full_name
        `),
      ).toEqual([
        { full_name: 'Ada', token: retired },
        { full_name: 'Bob', token: null },
      ])
    })
  })

  // Attack: have the check of keys run a temporary type with the rights of its owner.
  // Stopped by: the check names every type with its schema.
  test('cannot have the check run a temporary type of theirs with the rights of the owner', async () => {
    await withRetired(async (scene) => {
      await scene.text(`delete from public.profiles where id = '${bob}'`)
      await scene.asUser(bob)
      await scene.text(`
        create function pg_temp.spy() returns pg_catalog.bool language plpgsql as $$
        begin
          perform pg_catalog.set_config(
            'trial.seen', pg_catalog.concat(pg_catalog.current_setting('trial.seen', true), current_user, ' '), true
          );
          return true;
        end
        $$;
        ${['text', 'jsonb', 'bool', 'int4', 'uuid', '_text']
          .map(
            (type) => `create domain pg_temp.${type} as pg_catalog.${type} check (pg_temp.spy());`,
          )
          .join('\n')}
        select pg_catalog.set_config('trial.seen', 'heard: ', true);
        insert into public.profiles (id) values ('${bob}');
      `)
      expect(await scene.query(sql`select current_setting('trial.seen') as seen`)).toEqual([
        { seen: expect.not.stringContaining('postgres') },
      ])
    })
  })

  // Attack: call the check of keys, which runs as its owner.
  // Stopped by: execute on it is revoked from all.
  test('cannot call the check, nor can the server', async () => {
    await withScene(db, async (scene) => {
      for (const become of [async () => scene.asUser(ada), scene.asServer]) {
        await become()
        expect(await scene.attempt(sql`select private.check_token_keys()`)).toMatchObject({
          code: '42501',
        })
      }
    })
  })
})

describe('a key that is retired while a token is written', () => {
  test('waits until the token is there', async () => {
    await withKeys(async (own) => {
      await withSession(own.url, async (first) => {
        await first.query(sql`begin`)
        await first.query(insertOf('user_tokens', 'access_token', ciphertext(1, 'x')))
        const retiring = outcomeOf(own.query(retire))
        await untilBlocked(own)
        await first.query(sql`commit`)
        expect(await retiring).toBe('done')
        expect(await outcomeOf(own.query(insertOf('oauth_tokens', 'access_token', retired)))).toBe(
          '22023',
        )
      })
    })
  })

  test('has the token wait, and refuses it then', async () => {
    await withKeys(async (own) => {
      await withSession(own.url, async (first) => {
        await first.query(sql`begin`)
        await first.query(retire)
        const writing = outcomeOf(own.query(insertOf('user_tokens', 'access_token', retired)))
        await untilBlocked(own)
        await first.query(sql`commit`)
        expect(await writing).toBe('22023')
      })
    })
  })

  test('lets the token be stored when it is not retired after all', async () => {
    await withKeys(async (own) => {
      await withSession(own.url, async (first) => {
        await first.query(sql`begin`)
        await first.query(retire)
        const writing = outcomeOf(own.query(insertOf('user_tokens', 'access_token', retired)))
        await untilBlocked(own)
        await first.query(sql`rollback`)
        expect(await writing).toBe('done')
      })
    })
  })

  test('makes a transaction with an older snapshot begin again', async () => {
    await withKeys(async (own) => {
      await withSession(own.url, async (first) => {
        await first.query(sql`begin isolation level repeatable read`)
        await first.query(sql`select`)
        await first.query(sql`select count(*) from private.encryption_keys`)
        await own.query(retire)
        expect(await outcomeOf(first.query(insertOf('user_tokens', 'access_token', retired)))).toBe(
          '40001',
        )
      })
    })
  })

  test('has tokens of other keys wait for nothing', async () => {
    await withKeys(async (own) => {
      await withSession(own.url, async (first) => {
        await first.query(sql`begin`)
        await first.query(retire)
        expect(await outcomeOf(own.query(insertOf('user_tokens', 'access_token', inUse)))).toBe(
          'done',
        )
      })
    })
  })
})

const retire = sql`update private.encryption_keys set retired_at = now() where version = 1`

/** A scene in which Ada's tokens are of the key 1, which was retired since. */
async function withRetired(use: (scene: Scene) => Promise<void>): Promise<void> {
  await withScene(db, async (scene) => {
    await scene.text(`
      update public.profiles set google_access_token = '${retired}', google_refresh_token = '${retired}'
      where id = '${ada}';
      insert into public.oauth_tokens (user_id, access_token, refresh_token)
      values ('${ada}', '${retired}', '${retired}');
      insert into public.user_tokens (user_id, access_token, refresh_token, expires_at)
      values ('${ada}', '${retired}', '${retired}', '2999-01-01Z');
    `)
    await scene.query(retire)
    await use(scene)
  })
}

/** A database whose transactions commit, with the keys 1 and 2 and the users. */
async function withKeys(use: (own: TestDatabase) => Promise<void>): Promise<void> {
  await shared.superuser.query(sql`delete from auth.users`)
  await shared.superuser.query(sql`delete from private.encryption_keys`)
  await shared.query(sql`
    insert into auth.users (id, email) values (${ada}, 'ada@example.com'), (${bob}, null)
  `)
  await shared.query(sql`
    insert into private.encryption_keys (version, fingerprint)
    values (1, repeat('1', 64)), (2, repeat('2', 64))
  `)
  await use(shared)
}

/** A new row of Bob's with a token; its other token, where it needs one, is of a key in use. */
function insertOf(table: string, column: string, value: string): SQLQuery {
  const others: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    oauth_tokens: { user_id: bob, access_token: inUse },
    user_tokens: { user_id: bob, access_token: inUse, expires_at: '2999-01-01Z' },
    profiles: { id: bob },
  }
  const row = Object.entries({ ...others[table], [column]: value })
  const names = sql.join(
    row.map(([name]) => sql.ident(name)),
    ', ',
  )
  const values = sql.join(
    row.map(([, given]) => sql`${given}`),
    ', ',
  )
  // Bob's profile is there since his sign-up: an insert meets it, and the check comes before.
  const insert = sql`insert into ${sql.ident('public', table)} (${names}) values (${values})`
  return table === 'profiles'
    ? sql`${insert} on conflict (id) do update set ${sql.ident(column)} = ${value}`
    : insert
}

async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'done'
  } catch (error) {
    if (isSQLError(error)) return error.code
    throw error
  }
}

/** Waits until a session of the database waits for a lock. */
async function untilBlocked(own: TestDatabase): Promise<void> {
  for (let tries = 0; tries < 1000; tries += 1) {
    const waiting = await own.query(sql`
      select 1 from pg_catalog.pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'
    `)
    if (waiting.length > 0) return
    await own.query(sql`select pg_sleep(0.005)`)
  }
  throw new Error('no session waits for the other')
}
