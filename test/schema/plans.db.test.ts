import { beforeAll, describe, expect, test } from 'vitest'
import { sql, useDatabase } from '../support/database.ts'
import type { Actor } from '../support/roles.ts'
import { asOwner, asService, asUser } from '../support/roles.ts'
import { ciphertext } from './ciphertext.ts'
import { callOf } from './scene.ts'
import type { Args, Row } from './scene.ts'

/**
 * What the queries of the application read, in buffers of 8 KiB: a plan that goes another way reads many times as
 * many. The rows of the users lie mixed, so that each row that is read costs a page of the table.
 */
const db = useDatabase({ kind: 'migrations', mode: 'today' })

const small = '00000000-0000-4000-8000-000000005a11'
const large = '00000000-0000-4000-8000-00000000b160'

/** One of 40 logs is of the small user: 1,000; the rest are of the large one: 39,000. */
const logs = 40_000
/** One of 10 tasks is of the small user: 400. */
const tasks = 4000

beforeAll(async () => {
  // Where the server analyzes tables by itself, it would do so in the middle of the tests without statistics.
  await db.text(`
    do $$
    declare
      relation regclass;
    begin
      for relation in
        select c.oid from pg_catalog.pg_class as c
        where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
      loop
        execute format('alter table %s set (autovacuum_enabled = false)', relation);
      end loop;
    end
    $$
  `)
  await db.superuser.tx(async (tx) => {
    // Without the checks of foreign keys, which hold here, the rows come in half the time.
    await tx.query(sql`set local session_replication_role = replica`)
    await tx.query(sql`
      insert into auth.users (id) values (${small}), (${large});
    `)
    await tx.query(sql`
      insert into public.execution_logs (user_id, task_id, agent_type, log_level, message, metadata, created_at)
      select
        case when n % 40 = 0 then ${small}::uuid else ${large}::uuid end,
        case when n % 40 = 0 then 'task ' || n / 4000 else 'task ' || n % 7 end,
        case when n % 400 = 0 then 'planner' else 'worker' end,
        case when n % 80 = 0 then 'error' else 'info' end,
        repeat('m', 900),
        '{}',
        timestamptz '2026-01-01Z' + n * interval '1 minute'
      from generate_series(1, ${logs}) as n
    `)
    await tx.query(sql`
      insert into public.task_history (user_id, task_id, title, status, input_prompt, google_services, created_at, completed_at)
      select
        case when n % 10 = 0 then ${small}::uuid else ${large}::uuid end,
        'task ' || n, 'Task', case when n % 20 = 0 then 'failed' else 'success' end, repeat('p', 1500), '{gmail}',
        now() - n * interval '1 hour', now()
      from generate_series(1, ${tasks}) as n
    `)
    await tx.query(sql`
      insert into public.documents_generated (user_id, task_id, document_type, title, url, created_at)
      select user_id, task_id, case when n = 1 then 'sheet' else 'doc' end, repeat('t', 400), 'https://example.com/' || repeat('u', 400),
        created_at
      from public.task_history, generate_series(1, 2) as n
    `)
    await tx.query(sql`
      insert into public.workflows (user_id, command)
      select user_id, repeat('c', 500) from public.task_history
    `)
    await tx.query(sql`
      insert into public.workflow_history (user_id, workflow_id, command, status)
      select user_id, id, command, 'completed' from public.workflows
    `)
    await tx.query(sql`
      insert into private.encryption_keys (version, fingerprint) values (1, repeat('1', 64))
    `)
    await tx.query(sql`
      insert into public.user_tokens (user_id, access_token, expires_at)
      select gen_random_uuid(), ${ciphertext(1, 'x')}, now() + n * interval '1 minute'
      from generate_series(1, 5000) as n
    `)
  })
})

describe.each(['never', 'always'])('with statistics %s', (statistics) => {
  beforeAll(async () => {
    if (statistics === 'always') await db.superuser.query(sql`vacuum analyze`)
  })

  test.each([
    ['the newest 100 logs', {}, 105],
    ['the newest 100 logs of a task', { p_task_id: 'task 3' }, 110],
    ['the newest 20 logs', { p_limit: 20 }, 25],
    ['logs from a date on', { p_start_date: '2026-01-20Z', p_limit: 50 }, 55],
    ['logs up to a date', { p_end_date: '2026-01-05Z', p_limit: 50 }, 55],
    ['logs between two dates', { p_start_date: '2026-01-05Z', p_end_date: '2026-01-06Z' }, 45],
    ['half of the logs by level', { p_log_level: 'error', p_limit: 40 }, 90],
    ['a tenth of the logs by agent', { p_agent_type: 'planner', p_limit: 5 }, 60],
  ])('%s of a user with 1,000 among many', async (_, args, most) => {
    for (const as of asBoth) {
      await as(small, async (actor) => {
        expect(await buffersOf(actor, logsBy(args))).toBeLessThanOrEqual(most)
      })
    }
  })

  test('a page of logs reads the same at any depth', async () => {
    for (const as of asBoth) {
      await as(large, async (actor) => {
        for (const depth of [0, 1000, 38_000]) {
          const [row] = await actor.query(sql`
            select created_at::text, seq
            from public.execution_logs
            where user_id = ${large}
            order by created_at desc, seq desc
            offset ${depth}
            limit 1
          `)
          const call = {
            name: 'get_execution_logs_filtered',
            args: {
              p_user_id: large,
              p_before_created_at: row?.['created_at'],
              p_before_seq: row?.['seq'],
            },
          }
          expect(await buffersOf(actor, call)).toBeLessThanOrEqual(110)
        }
      })
    }
  })

  test('the logs of a task after one that was seen', async () => {
    for (const as of asBoth) {
      await as(small, async (actor) => {
        const task = { p_user_id: small, p_task_id: 'task 5' }
        const [row] = await actor.query(sql`
          select seq from public.execution_logs where user_id = ${small} and task_id = 'task 5'
          order by seq offset 50 limit 1
        `)
        for (const [limit, cursor] of [
          [100, null],
          [10, row?.['seq']],
        ]) {
          const call = {
            name: 'get_execution_logs_by_task',
            args: { ...task, p_limit: limit, p_after_seq: cursor },
          }
          expect(await buffersOf(actor, call)).toBeLessThanOrEqual(Number(limit) + 5)
        }
      })
    }
  })

  test.each([
    ['the timeline', tasksBy({ p_limit: 20 }), 25],
    ['the timeline of a status', tasksBy({ p_limit: 20, p_status: 'failed' }), 50],
    ['the timeline of a service', tasksBy({ p_limit: 20, p_google_service: 'gmail' }), 25],
    ['the last ten tasks', ofSmall('get_recent_task_history', {}), 15],
    ['one task', ofSmall('get_task_history_by_id', { p_task_id: 'task 100' }), 5],
    ['the documents of a task', ofSmall('get_documents_by_task', { p_task_id: 'task 100' }), 8],
    ['the last twenty documents', ofSmall('get_recent_documents', {}), 25],
    [
      'documents by type',
      ofSmall('get_documents_by_type', { p_document_type: 'sheet', p_limit: 20 }),
      25,
    ],
    ['documents filtered by type', documentsBy({ p_document_type: 'sheet', p_limit: 20 }), 25],
    ['documents filtered by task', documentsBy({ p_task_id: 'task 100' }), 8],
    ['documents filtered by date', documentsBy({ p_start_date: '2020-01-01Z', p_limit: 20 }), 25],
  ])('%s', async (_, call, most) => {
    for (const as of asBoth) {
      await as(small, async (actor) => {
        expect(await buffersOf(actor, call)).toBeLessThanOrEqual(most)
      })
    }
  })

  test('pages of tasks and documents read the same at any depth', async () => {
    for (const name of ['get_task_history_filtered', 'get_documents_filtered']) {
      await asUser(db, large, async (actor) => {
        const table = name.startsWith('get_task') ? 'task_history' : 'documents_generated'
        const [row] = await actor.query(sql`
          select created_at::text, id
          from ${sql.ident('public', table)}
          where user_id = ${large}
          order by created_at desc, id desc
          offset 3000
          limit 1
        `)
        const call = {
          name,
          args: {
            p_user_id: large,
            p_limit: 20,
            p_before_created_at: row?.['created_at'],
            p_before_id: row?.['id'],
          },
        }
        expect(await buffersOf(actor, call)).toBeLessThanOrEqual(26)
      })
    }
  })

  test('statistics read the rows of their window only', async () => {
    for (const as of asBoth) {
      await as(large, async (actor) => {
        const day = { p_user_id: large, p_days: 1 }
        // 22 tasks and 44 documents.
        expect(
          await buffersOf(actor, { name: 'get_task_statistics', args: day }),
        ).toBeLessThanOrEqual(30)
        expect(
          await buffersOf(actor, { name: 'get_document_statistics', args: day }),
        ).toBeLessThanOrEqual(50)
      })
    }
  })

  test('the storage of a user reads the rows of that user', async () => {
    for (const as of asBoth) {
      await as(small, async (actor) => {
        // 1,000 logs, 400 tasks, 800 documents, 400 workflows with a run each; the rest is of the indexes and the catalog.
        expect(await buffersOf(actor, ofSmall('storage_of_user', {}))).toBeLessThanOrEqual(3200)
      })
    }
  })

  test('the tokens that expire within five minutes', async () => {
    await asService(db, async (actor) => {
      const [plan] = await actor.query(sql`
        explain (analyze, buffers, format json)
        select user_id, provider
        from public.user_tokens
        where expires_at < now() + interval '5 minutes'
      `)
      expect(buffersIn(plan)).toBeLessThanOrEqual(15)
    })
  })
})

test('the purge does not read the table to find that nothing is old, once vacuum has noted how old the blocks are', async () => {
  await db.superuser.query(sql`vacuum public.execution_logs`)
  await asOwner(db, async (actor) => {
    const [table] = await actor.query(sql`
      select pg_relation_size('public.execution_logs')::integer / 8192 as pages
    `)
    const call = { name: 'private.purge_execution_logs', args: { p_days_old: 36_500 } }
    expect(await buffersOf(actor, call)).toBeLessThan(Number(table?.['pages']) / 5)
  })
})

test.each([
  ['execution_logs', 'created_at desc, seq desc'],
  ['task_history', 'created_at desc, id desc'],
  ['documents_generated', 'created_at desc, id desc'],
  ['workflows', 'created_at desc, id desc'],
  ['workflow_history', 'executed_at desc, id desc'],
])(
  'own rows of %s come from the index, who asks is found once, and nothing is sorted',
  async (table, order) => {
    await asUser(db, small, async ({ query }) => {
      const lines = await query(sql`
      explain (costs off)
      select * from ${sql.ident('public', table)} order by ${sql.__dangerous__rawValue(order)} limit 100
    `)
      const plan = lines.map((line) => String(line['QUERY PLAN']).trim())
      expect(plan).toContainEqual(
        expect.stringMatching(/^Index Cond: \(user_id = \(?(InitPlan|\$0)/),
      )
      expect(plan.filter((line) => /^(->\s+)?(Sort|Seq Scan|Filter)/.test(line))).toEqual([])
    })
  },
)

interface Call {
  readonly name: string
  readonly args: Args
}

function ofSmall(name: string, args: Args): Call {
  return { name, args: { p_user_id: small, ...args } }
}

function logsBy(args: Args): Call {
  return ofSmall('get_execution_logs_filtered', args)
}

function tasksBy(args: Args): Call {
  return ofSmall('get_task_history_filtered', args)
}

function documentsBy(args: Args): Call {
  return ofSmall('get_documents_filtered', args)
}

const asBoth = [
  async (user: string, use: (actor: Actor) => Promise<void>) => asUser(db, user, use),
  async (_user: string, use: (actor: Actor) => Promise<void>) => asService(db, use),
]

/**
 * The buffers that a call reads, found in memory or not: the least of three. The call before them fills the caches of
 * the session from the catalog; a server busy with other databases may empty them again at any moment, when its queue
 * of invalidations overflows, and what fills them anew counts as read by the call.
 */
async function buffersOf({ query }: Actor, { name, args }: Call): Promise<number> {
  await query(sql`select * from ${callOf(name, args)}`)
  const read: number[] = []
  for (let times = 0; times < 3; times += 1) {
    const [plan] = await query(sql`
      explain (analyze, buffers, timing off, format json) select * from ${callOf(name, args)}
    `)
    read.push(buffersIn(plan))
  }
  return Math.min(...read)
}

function buffersIn(plan: Row | undefined): number {
  const text = JSON.stringify(plan?.['QUERY PLAN'])
  const first = (key: string): number => Number(new RegExp(`"${key}":(\\d+)`).exec(text)?.[1])
  return first('Shared Hit Blocks') + first('Shared Read Blocks')
}
