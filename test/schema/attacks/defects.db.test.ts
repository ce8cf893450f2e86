import { beforeAll, describe, expect, test } from 'vitest'
import { messageOf } from '../../../src/errors.ts'
import { loadMigrations } from '../../../src/files/migrations.ts'
import { loadProject } from '../../../src/files/project.ts'
import { compareObservations } from '../../../src/observer/compare-observations.ts'
import { observe } from '../../../src/observer/observe.ts'
import { sql, useDatabase } from '../../support/database.ts'
import { defaultPrivileges } from '../../support/default-privileges.ts'
import type { Rows } from '../../support/database.ts'
import { asOwner, asRole, asService, asUser } from '../../support/roles.ts'
import type { Actor } from '../../support/roles.ts'
import { ciphertext } from '../ciphertext.ts'
import { ownTables } from '../own-rows.ts'
import { tables } from '../rights-matrix.ts'
import { ada, bob } from '../scene.ts'
import { askEach, endsOf, prepareEnds } from '../statement-ends.ts'
import { twoUsers } from '../two-users.ts'
import { calls } from './calls.ts'

/**
 * The defects of AURA's first schema, one test each, as an attack that fails: the sentence says what holds now.
 */
const db = useDatabase({ kind: 'migrations', mode: defaultPrivileges })

beforeAll(async () => {
  await db.text(twoUsers)
})

describe('rights', () => {
  // Attack D1: execute functions without a sign-in, naming the user whose tokens one wants.
  // Stopped by: execute is revoked from PUBLIC and anon on every function; they run with the rights
  // of the caller, under row security. Those that run as their owner are private and ask
  // assert_acting_for first.
  test('nobody without a sign-in may execute anything, whomever he names', async () => {
    await asOwner(db, async (actor) => {
      await prepareEnds(actor)
      await actor.become('anon', { sub: ada, role: 'anon' })
      expect(
        await askEach(
          actor,
          calls.map(({ call }) => call),
        ),
      ).toEqual(calls.map(({ name }) => `42501: permission denied for function ${name}`))
    })
  })

  // Attack D2: change search_path, so that a function takes another object for ours.
  // Stopped by: every function sets search_path, and names every object with its schema.
  test('the path of the caller decides nothing', async () => {
    const usual = await answersWithPath('"$user", public, extensions')
    expect(usual.filter((answer) => /^\d\w{4}: /.test(answer))).toEqual([])
    expect(await answersWithPath("''")).toEqual(usual)
    expect(await answersWithPath('pg_temp, auth, private')).toEqual(usual)
  })

  // Attack D3: lock the server and the users out: new tables grant nothing by themselves.
  // Stopped by: each right is granted in full, and tested in both modes of default privileges.
  test('the server and the users get at their tables though new ones grant nothing by themselves', async () => {
    const names = tables.map(({ name }) => name)
    await asService(db, async ({ attempt }) => {
      for (const name of names) {
        expect(await attempt(sql`select from ${sql.ident(...name.split('.'))}`)).toMatchObject({
          kind: 'done',
        })
      }
    })
    await asUser(db, ada, async ({ query }) => {
      const task = { task_id: 't', user_id: ada }
      expect(await query(sql`select task_id, user_id from public.task_history`)).toEqual([task])
      expect(await query(sql`select task_id, user_id from public.execution_logs`)).toEqual([task])
    })
  })

  // Attack D4: make row security ask for the user once a row, until reading takes a second.
  // Stopped by: policies say (select auth.uid()), which is asked once a statement, and name their
  // role.
  test('row security asks for the user once a statement, not once a row', async () => {
    await asRole(db, 'supabase_admin', async (actor) => {
      await actor.text(countingUsers)
      const counts = []
      for (const { name } of ownTables) {
        counts.push({ name, asked: await askedBy(actor, `select from ${name}`) })
      }
      expect(counts).toEqual(ownTables.map(({ name }) => ({ name, asked: 1 })))

      await actor.text(
        'alter policy select_own on public.execution_logs using (user_id = auth.uid())',
      )
      expect(await askedBy(actor, 'select from public.execution_logs')).toBeGreaterThan(1000)
    })
  })

  // Attack D12: read or write the token columns of a profile, or store a token in clear.
  // Stopped by: clients have grants on the other columns alone; the domain token_ciphertext refuses
  // a text that is not encrypted.
  test('no client reads or writes the columns of tokens, and nobody stores a token in clear', async () => {
    await asOwner(db, async (actor) => {
      await prepareEnds(actor)
      const columns = [
        'google_access_token',
        'google_refresh_token',
        'google_key_version',
        'google_refresh_key_version',
      ]
      const refused = '42501: permission denied for table profiles'
      await actor.become('authenticated', { sub: ada, role: 'authenticated' })
      expect(
        await endsOf(actor, [
          'select * from public.profiles',
          ...columns.map((column) => `select ${column} from public.profiles`),
          ...columns.map((column) => `select 1 from public.profiles order by ${column}`),
          ...columns.map((column) => `select 1 from public.profiles where ${column} is not null`),
          ...columns.map((column) => `update public.profiles set ${column} = default`),
          'select p from public.profiles as p',
          "update public.profiles set full_name = 'x' returning google_access_token",
        ]),
      ).toEqual(Array.from({ length: 19 }, () => refused))

      await actor.become('service_role', { role: 'service_role' })
      const clear = ["'ya29.a0token'", "'1//0token'"]
      expect(
        await endsOf(
          actor,
          clear.flatMap((token) => [
            `update public.profiles set google_access_token = ${token}`,
            `update public.profiles set google_refresh_token = ${token}`,
            `update public.oauth_tokens set access_token = ${token}`,
            `update public.oauth_tokens set refresh_token = ${token}`,
            `update public.user_tokens set access_token = ${token}`,
            `update public.user_tokens set refresh_token = ${token}`,
          ]),
        ),
      ).toEqual(
        Array.from(
          { length: 12 },
          () =>
            '23514: value for domain token_ciphertext violates check constraint "token_ciphertext_check"',
        ),
      )
    })
  })

  // Attack D13: read the encrypted tokens in a browser, one's own included.
  // Stopped by: browsers have no right on the tables of tokens, nor on the functions that read
  // them.
  test('no browser reads even the ciphertext of a token, its own included', async () => {
    await asOwner(db, async (actor) => {
      await prepareEnds(actor)
      const attacks = [
        'select access_token from public.user_tokens',
        'select count(*) from public.user_tokens',
        'select refresh_token from public.oauth_tokens',
        'select count(*) from public.oauth_tokens',
        `select * from public.get_user_tokens('${ada}')`,
        `select * from public.get_google_oauth_token('${ada}')`,
      ]
      for (const role of ['anon', 'authenticated']) {
        await actor.become(role, { sub: ada, role })
        expect(await endsOf(actor, attacks)).toEqual([
          '42501: permission denied for table user_tokens',
          '42501: permission denied for table user_tokens',
          '42501: permission denied for table oauth_tokens',
          '42501: permission denied for table oauth_tokens',
          '42501: permission denied for function get_user_tokens',
          '42501: permission denied for function get_google_oauth_token',
        ])
      }
    })
  })
})

describe('data', () => {
  // Attack D5: store words that no client knows, or URLs that run scripts.
  // Stopped by: a named CHECK on each column of a closed set, and on each URL.
  test('words outside of the closed sets are refused by named checks', async () => {
    await asOwner(db, async (actor) => {
      await prepareEnds(actor)
      await actor.become('service_role', { role: 'service_role' })
      const attacks = [
        [
          "update public.execution_logs set log_level = 'nolevel'",
          'execution_logs_log_level_check',
        ],
        [
          "update public.execution_logs set agent_type = 'hacker'",
          'execution_logs_agent_type_check',
        ],
        ["update public.execution_logs set metadata = '[]'", 'execution_logs_metadata_check'],
        ["update public.task_history set status = 'done'", 'task_history_status_check'],
        [
          "update public.task_history set google_services = '{maps}'",
          'task_history_google_services_check',
        ],
        ['update public.task_history set duration_ms = -1', 'task_history_duration_ms_check'],
        [
          "update public.documents_generated set document_type = 'virus'",
          'documents_generated_document_type_check',
        ],
        [
          "update public.documents_generated set url = 'javascript:alert(1)'",
          'documents_generated_url_check',
        ],
        ["update public.profiles set avatar_url = 'http://x'", 'profiles_avatar_url_check'],
        ["update public.profiles set preferences = '[]'", 'profiles_preferences_check'],
        ["update public.workflows set steps = '{}'", 'workflows_steps_check'],
        ["update public.oauth_tokens set provider = 'Google'", 'oauth_tokens_provider_check'],
        ["update public.user_tokens set provider = ''", 'user_tokens_provider_check'],
      ] as const
      expect(
        await endsOf(
          actor,
          attacks.map(([statement]) => statement),
        ),
      ).toEqual(
        attacks.map(([statement, check]) => {
          const table = statement.split(/[ .]/)[2] ?? ''
          return `23514: new row for relation "${table}" violates check constraint "${check}"`
        }),
      )
    })
  })

  // Attack D6: take the name of another user's task, to deny it to him or to learn of it.
  // Stopped by: names of tasks are unique for a user, not over all users.
  test('two users may have tasks of one name, and neither hears of the other', async () => {
    await asOwner(db, async (actor) => {
      await prepareEnds(actor)
      await actor.become('authenticated', { sub: bob, role: 'authenticated' })
      const [own, ofAda] = await askEach(actor, [start(bob, 'own'), start(bob, 'of Ada')])
      await actor.become('authenticated', { sub: ada, role: 'authenticated' })
      const [taken] = await askEach(actor, [start(ada, 'own')])
      expect([own, ofAda, taken].map((answer) => withoutIds(answer ?? ''))).toEqual([
        '["an id"]',
        '["an id"]',
        '["an id"]',
      ])
    })
  })

  // Attack D7: attach a document to no task, or to that of another user.
  // Stopped by: the foreign key of documents holds the user and the task.
  test('there is no document without a task of the same user', async () => {
    await asOwner(db, async (actor) => {
      await prepareEnds(actor)
      const foreign =
        '23503: insert or update on table "documents_generated" violates foreign key constraint ' +
        '"documents_generated_user_id_task_id_fkey"'
      await actor.text(`
        insert into public.task_history (user_id, task_id, title, status, input_prompt)
        values ('${ada}', 'of Ada', 'Task', 'pending', 'please')
      `)
      await actor.become('authenticated', { sub: bob, role: 'authenticated' })
      const insert = 'insert into public.documents_generated (user_id, task_id, document_type)'
      expect(
        await endsOf(actor, [
          `${insert} values ('${bob}', 'no task', 'doc')`,
          `${insert} values ('${bob}', 'of Ada', 'doc')`,
          `${insert} values ('${bob}', 't', 'doc')`,
        ]),
      ).toEqual([foreign, foreign, 1])
    })
  })

  // Attack D8: lose the refresh token by signing in again, when the provider sends none.
  // Stopped by: null keeps the token that is there.
  test('signing in again without a refresh token keeps the one that is there', async () => {
    await asService(db, async ({ query }) => {
      const [old, renewed] = [ciphertext(1, 'data'), ciphertext(1, 'renewed')]
      await query(sql`
        select public.store_google_oauth_tokens(${ada}, ${renewed}, null, now(), null),
          public.upsert_user_tokens(${ada}, 'google', ${renewed}, null, now(), null)
      `)
      expect(
        await query(sql`
          select o.access_token, o.refresh_token from public.oauth_tokens as o where o.user_id = ${ada}
          union all
          select u.access_token, u.refresh_token from public.user_tokens as u where u.user_id = ${ada}
        `),
      ).toEqual([
        { access_token: renewed, refresh_token: old },
        { access_token: renewed, refresh_token: old },
      ])
    })
  })

  // Attack D9: mix up the order of logs that one transaction writes.
  // Stopped by: the time of a row is clock_timestamp(), and seq numbers the rows.
  test('logs of one transaction keep their order', async () => {
    await asUser(db, ada, async ({ query }) => {
      const messages = Array.from({ length: 50 }, (_, index) => `step ${index}`)
      for (const message of messages.slice(0, 25)) {
        await query(
          sql`select public.insert_execution_log(${ada}, 'ordered', null, 'worker', ${message})`,
        )
      }
      const rest = messages.slice(25).map((message) => ({ agent_type: 'worker', message }))
      await query(
        sql`select public.batch_insert_execution_logs(${ada}, 'ordered', ${JSON.stringify(rest)})`,
      )
      expect(
        await query(sql`
          select array_agg(l.message order by l.seq) as "bySeq",
            array_agg(l.message order by l.created_at, l.seq) as "byTime",
            count(distinct l.seq)::integer as count,
            count(distinct l.created_at) > 1 as moving
          from public.execution_logs as l
          where l.task_id = 'ordered'
        `),
      ).toEqual([{ bySeq: messages, byTime: messages, count: 50, moving: true }])
    })
  })

  // Attack D10: delete all logs by a number of days that is zero or negative.
  // Stopped by: a number below 1 is refused with 22023.
  test('deleting the logs older than no day, or less, is refused and deletes nothing', async () => {
    await asOwner(db, async (actor) => {
      await prepareEnds(actor)
      await actor.become('authenticated', { sub: ada, role: 'authenticated' })
      const answers = await askEach(
        actor,
        [0, -1, -2147483648].map((days) => `public.delete_old_execution_logs('${ada}', ${days})`),
      )
      expect(answers.map((answer) => answer.slice(0, 7))).toEqual(['22023: ', '22023: ', '22023: '])
      expect(await actor.query(sql`select message from public.execution_logs`)).toEqual([
        { message: 'done' },
      ])
    })
  })

  // Attack D11: make a sign-up fail by an account without e-mail, or with another's.
  // Stopped by: the e-mail of a profile may be null and repeat; the trigger cannot fail.
  test('a sign-up without e-mail, and one with an e-mail that another has, succeed', async () => {
    await asRole(db, 'supabase_auth_admin', async ({ text, become, query }) => {
      await text(`
        insert into auth.users (id, email, is_sso_user, is_anonymous)
        values
          (gen_random_uuid(), null, false, true),
          (gen_random_uuid(), null, false, true),
          (gen_random_uuid(), 'ada@example.com', true, false),
          (gen_random_uuid(), 'ada@example.com', true, false)
      `)
      await become('postgres', {})
      expect(
        await query(sql`
          select p.email, count(*)::integer as count
          from public.profiles as p
          group by p.email
          order by p.email nulls last
        `),
      ).toEqual([
        { email: 'ada@example.com', count: 3 },
        { email: 'bob@example.com', count: 1 },
        { email: null, count: 2 },
      ])
    })
  })

  // Attack D19: overwrite when a task was completed, or hide what it is a rerun of.
  // Stopped by: triggers keep updated_at; rerun_of is a foreign key; a completion is kept unless
  // another is given.
  test('what changes says when; a rerun says of what; a completion is not overwritten', async () => {
    await asService(db, async ({ query }) => {
      const state = async (): Promise<Rows> =>
        query(sql`
          select
            t.status,
            t.completed_at = now() as "completedNow",
            t.completed_at = '2026-01-02Z' as "completedThen",
            t.updated_at >= now() as touched
          from public.task_history as t
          where t.user_id = ${ada} and t.task_id = 't'
        `)
      const update = async (status: string, completedAt: string | null): Promise<unknown> =>
        query(sql`
          select public.update_task_history_status(
            ${ada}, 't', ${status}, p_completed_at => ${completedAt}::timestamptz
          )
        `)
      await update('success', '2026-01-02Z')
      const done = { completedNow: false, completedThen: true, touched: true }
      expect(await state()).toEqual([{ ...done, status: 'success' }])
      await update('rerun', null)
      expect(await state()).toEqual([{ ...done, status: 'rerun' }])
      await query(sql`
        insert into public.task_history (user_id, task_id, title, status, input_prompt, rerun_of)
        select t.user_id, 'again', t.title, 'pending', t.input_prompt, t.id
        from public.task_history as t
        where t.user_id = ${ada} and t.task_id = 't'
      `)
      expect(
        await query(sql`
          select again.task_id as again, first.task_id as first
          from public.task_history as again
          join public.task_history as first on first.id = again.rerun_of
        `),
      ).toEqual([{ again: 'again', first: 't' }])
    })
  })
})

describe('load', () => {
  // Attack D14: make each write dear by indexes that no query needs.
  // Stopped by: the list of indexes is tested; a lint rule finds those that double another.
  test('there are the indexes that the queries need and no more: none doubles another', async () => {
    const found = await db.query(sql`
      select regexp_replace(pg_catalog.pg_get_indexdef(i.indexrelid), '^.* INDEX \\S+ ON (\\S+) USING btree ', '\\1 ') as index
      from pg_catalog.pg_index as i
      join pg_catalog.pg_class as c on c.oid = i.indrelid
      where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
      order by index
    `)
    expect(found.map(({ index }) => index)).toEqual(indexes.toSorted())
  })

  // Attack D15: make the newest logs dear to read by many logs of others.
  // Stopped by: an index leads with the user and then the time: at most 105 pages are read.
  test('the newest 100 logs of a user are read from at most 105 pages', async () => {
    await asOwner(db, async (actor) => {
      await actor.text(manyLogs)
      await actor.become('authenticated', { sub: ada, role: 'authenticated' })
      const call = `public.get_execution_logs_filtered('${ada}')`
      // The first call reads the catalogue as well.
      await actor.text(`select from ${call}`)
      const rows = await actor.query(
        sql`explain (analyze, buffers) select from ${sql.__dangerous__rawValue(call)}`,
      )
      const [scan = '', buffers = ''] = rows.map((row) => String(row['QUERY PLAN']))
      expect(scan).toMatch(/rows=100(\.00)? loops=1/)
      const read = [...buffers.matchAll(/(?:hit|read)=(\d+)/g)].map(([, pages]) => Number(pages))
      expect(read).toHaveLength(1)
      expect(read[0]).toBeLessThanOrEqual(105)
    })
  })

  // Attack D16: ask for a page without end, or for one that is far away.
  // Stopped by: limits are cut to 1,000, offsets above 10,000 are refused; cursors lead further.
  test('no page is without bounds', async () => {
    await asOwner(db, async (actor) => {
      await prepareEnds(actor)
      await actor.text(manyLogs)
      await actor.become('authenticated', { sub: ada, role: 'authenticated' })
      expect(
        await endsOf(actor, [
          `select from public.get_execution_logs_by_task('${ada}', 'many', 2147483647)`,
          logs('p_limit => 2147483647'),
          logs('p_limit => 1000, p_offset => 10000'),
        ]),
      ).toEqual([1000, 1000, 0])
      const refused = await endsOf(actor, [
        logs('p_offset => 10001'),
        logs('p_offset => -1'),
        logs('p_limit => 0'),
        logs('p_limit => -1'),
        `select from public.get_task_history_filtered('${ada}', p_offset => 10001)`,
        `select from public.get_documents_filtered('${ada}', p_offset => 10001)`,
        `select from public.get_documents_by_type('${ada}', 'doc', p_offset => 10001)`,
      ])
      expect(refused.map((end) => String(end).slice(0, 5))).toEqual(refused.map(() => '22023'))
    })
  })

  // Attack D17: fill the disk with rows that are long, or that nobody deletes.
  // Stopped by: CHECKs bound every text, array and JSON value; purge_execution_logs deletes what is
  // old.
  test('old logs of everybody can be purged, and no row is without bounds', async () => {
    await asOwner(db, async (actor) => {
      await prepareEnds(actor)
      expect(await askEach(actor, ['private.purge_execution_logs(1, 1)'])).toEqual(['[1]'])
      const ends = await endsOf(actor, [
        `update public.execution_logs set message = ${flood(65_537)}`,
        `update public.execution_logs set task_id = ${flood(201)}`,
        `update public.execution_logs set metadata = jsonb_build_object('x', ${flood(262_144)})`,
        `update public.task_history set input_prompt = ${flood(131_073)}`,
        `update public.task_history set outputs = to_jsonb(${flood(524_288)})`,
        `update public.task_history set google_services = array_fill('docs'::text, array[6])`,
        `update public.workflows set command = ${flood(20_001)}`,
        `update public.workflows set steps = jsonb_build_array(${flood(262_144)})`,
        `update public.profiles set preferences = jsonb_build_object('x', ${flood(16_384)})`,
        `update public.documents_generated set title = ${flood(501)}`,
        `update public.user_tokens set access_token = access_token || ${flood(16_384)}`,
      ])
      expect(ends.map((end) => String(end).slice(0, 5))).toEqual(ends.map(() => '23514'))
    })
  })
})

describe('migrations', () => {
  // Attack D18: run a migration twice, and leave it half done.
  // Stopped by: each file is one transaction, which fails where it creates what is there already.
  test('each, run once more, changes nothing, and fails if it creates an object', async () => {
    const { folders } = await loadProject(import.meta.dirname)
    const { migrations } = await loadMigrations(folders.migrations)
    const before = await observe(db.owner)
    for (const { text } of migrations) {
      const end = await db.text(text).then(() => 'done', messageOf)
      expect(end).toMatch(
        /^-- changes: none$/m.test(text) ? /^done$/ : /already exists|already member/,
      )
    }
    expect(compareObservations(before, await observe(db.owner))).toEqual(
      compareObservations(before, before),
    )
  })

  // Attack D20: break the defaults of ids by dropping an extension or changing the path.
  // Stopped by: ids come from gen_random_uuid(), which is in PostgreSQL itself.
  test('ids need no extension', async () => {
    await asRole(db, 'supabase_admin', async ({ text, become, query }) => {
      await text('drop extension if exists "uuid-ossp"; drop extension if exists pgcrypto')
      await become('authenticated', { sub: ada, role: 'authenticated' })
      await text("set local search_path = ''")
      const [row] = await query(
        sql`select public.insert_execution_log(${ada}, 't', null, 'worker', 'done') as id`,
      )
      expect(row).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    })
  })
})

/** The primary keys and uniques are indexes too; names apart, as PostgreSQL prints them. */
const indexes = [
  'private.encryption_keys (fingerprint)',
  'private.encryption_keys (version)',
  'public.documents_generated (id)',
  'public.documents_generated (user_id, created_at DESC, id DESC)',
  'public.documents_generated (user_id, document_type, created_at DESC, id DESC)',
  'public.documents_generated (user_id, task_id, created_at, id)',
  'public.execution_logs (id)',
  'public.execution_logs (user_id, created_at DESC, seq DESC)',
  'public.execution_logs (user_id, task_id, seq)',
  'CREATE INDEX execution_logs_created_at_idx ON public.execution_logs USING brin (created_at)',
  'public.oauth_tokens (id)',
  'public.oauth_tokens (key_version)',
  'public.oauth_tokens (refresh_key_version)',
  'public.oauth_tokens (user_id, provider)',
  'public.profiles (id)',
  'public.task_history (id)',
  'public.task_history (user_id, created_at DESC, id DESC)',
  'public.task_history (user_id, id)',
  'public.task_history (user_id, rerun_of) WHERE (rerun_of IS NOT NULL)',
  'public.task_history (user_id, task_id)',
  'public.user_tokens (expires_at)',
  'public.user_tokens (id)',
  'public.user_tokens (key_version)',
  'public.user_tokens (refresh_key_version)',
  'public.user_tokens (user_id, provider)',
  'public.workflow_history (id)',
  'public.workflow_history (user_id, executed_at DESC, id DESC)',
  'public.workflow_history (user_id, workflow_id)',
  'public.workflows (id)',
  'public.workflows (user_id, created_at DESC, id DESC)',
  'public.workflows (user_id, id)',
]

/** One log of Ada's among nine of others, so that each lies on a page of its own or nearly so. */
const manyLogs = `
  insert into public.execution_logs (user_id, task_id, agent_type, message, created_at)
  select
    case when n % 10 = 0 then '${ada}'::uuid else '${bob}'::uuid end, 'many', 'worker', repeat('m', 400),
    now() - n * interval '1 second'
  from generate_series(1, 11000) as n;
`

/** Counts how often the user is asked for; every row of the tables is looked at. */
const countingUsers = `
  create schema counting;
  create sequence counting.asked;
  grant usage on schema counting to authenticated;
  grant usage on sequence counting.asked to authenticated;
  grant all on all tables in schema public to authenticated;
  create or replace function auth.uid() returns uuid language plpgsql stable as $$
  begin
    perform nextval('counting.asked');
    return (current_setting('request.jwt.claims')::jsonb ->> 'sub')::uuid;
  end
  $$;
  set local enable_indexscan = off;
  set local enable_indexonlyscan = off;
  set local enable_bitmapscan = off;
  insert into public.execution_logs (user_id, task_id, agent_type, message)
  select '${ada}', 't', 'worker', 'done' from generate_series(1, 1000);
`

async function askedBy({ become, text, query }: Actor, statement: string): Promise<number> {
  await text("select setval('counting.asked', 1, false)")
  await become('authenticated', { sub: ada, role: 'authenticated' })
  await text(statement)
  await become('supabase_admin', {})
  const [row] = await query(
    sql`select case when is_called then last_value else 0 end::integer as count from counting.asked`,
  )
  return Number(row?.['count'])
}

/** Ids and times of new rows differ from call to call. */
function withoutIds(answer: string): string {
  return answer
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'an id')
    .replaceAll(/\d{4}-\d\d-\d\dT[^"]*/g, 'a time')
}

async function answersWithPath(path: string): Promise<readonly string[]> {
  return asOwner(db, async (actor) => {
    await prepareEnds(actor)
    await actor.become('service_role', { role: 'service_role' })
    await actor.text(`set local search_path = ${path}`)
    return (
      await askEach(
        actor,
        calls.map(({ call }) => call),
      )
    ).map(withoutIds)
  })
}

const start = (user: string, task: string): string =>
  `public.insert_task_history('${user}', '${task}', 'Task', 'pending', 'please')`

const logs = (args: string): string =>
  `select from public.get_execution_logs_filtered('${ada}', ${args})`

/** A text of so many bytes. */
const flood = (bytes: number): string => `repeat('x', ${bytes})`
