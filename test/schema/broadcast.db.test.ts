import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { compareObservations } from '../../src/observer/compare-observations.ts'
import { observe } from '../../src/observer/observe.ts'
import type { Observation } from '../../src/observer/observe.ts'
import { sendText } from '../../src/postgres/connect.ts'
import { sql, useDatabase, withTestDatabase } from '../support/database.ts'
import type { Rows, TestDatabase } from '../support/database.ts'
import { asAnon, asOwner, asRole, asService, asUser } from '../support/roles.ts'
import type { Actor, Claims } from '../support/roles.ts'
import { home } from '../support/tracked-files.ts'
import { ada, bob } from './scene.ts'
import { twoUsers } from './two-users.ts'

const up = await readFile(join(home, 'supabase/broadcast.sql'), 'utf8')
const down = await readFile(join(home, 'supabase/broadcast.down.sql'), 'utf8')

describe('broadcast', () => {
  const db = useDatabase({ kind: 'migrations', mode: 'today' })

  beforeAll(async () => {
    // On the hosted platform postgres may create policies on it; on plain PostgreSQL its owner alone may.
    await db.superuser.query(sql`alter table realtime.messages owner to postgres`)
    await db.text(twoUsers)
    await db.text(up)
    await db.text('delete from realtime.messages')
  })

  test('a new line of the log is a private message to the channel of its user, whoever writes it', async () => {
    const message = {
      topic: `user:${ada}`,
      extension: 'broadcast',
      event: 'INSERT',
      private: true,
      payload: {
        id: expect.any(String),
        schema: 'public',
        table: 'execution_logs',
        operation: 'INSERT',
        record: expect.objectContaining({
          user_id: ada,
          task_id: 't',
          message: 'wrote the document',
          metadata: { pages: 3 },
        }),
        old_record: null,
      },
    }
    expect(await asUser(db, ada, writeLine)).toEqual([message])
    expect(await asService(db, writeLine)).toEqual([message])
  })

  test('a task that is new or changed is told, one that goes is not', async () => {
    const messages = await asUser(db, ada, async (actor) => {
      await actor.query(
        sql`select public.insert_task_history(${ada}, 'new', 'Task', 'running', 'please')`,
      )
      await actor.query(sql`select public.update_task_history_status(${ada}, 'new', 'success')`)
      await actor.query(sql`select public.delete_task_history(${ada}, 'new')`)
      return newMessages(actor)
    })
    const sent = {
      topic: `user:${ada}`,
      payload: expect.objectContaining({ table: 'task_history' }),
    }
    expect(messages).toEqual([
      expect.objectContaining({ ...sent, event: 'INSERT' }),
      expect.objectContaining({ ...sent, event: 'UPDATE' }),
    ])
  })

  test('a user may join the own channel, and no other; nobody else may join any', async () => {
    const own = `user:${ada}`
    expect({
      owner: await canJoin(own, user(ada)),
      stranger: await canJoin(own, user(bob)),
      withoutClaims: await canJoin(own, user(null)),
      anon: await canJoin(own, { role: 'anon', claims: {} }),
      another: await canJoin('room:1', user(ada)),
      prefix: await canJoin(`${own}:more`, user(ada)),
      empty: await canJoin('', user(ada)),
    }).toEqual({
      owner: true,
      stranger: false,
      withoutClaims: false,
      anon: false,
      another: false,
      prefix: false,
      empty: false,
    })
  })

  test('nobody sends into a channel by hand: not into the own, not by the function, not by a trigger of theirs', async () => {
    const send = sql`
      insert into realtime.messages (topic, extension, event, payload, private)
      values (${`user:${bob}`}, 'broadcast', 'INSERT', '{}', true)
    `
    const call = sql`select private.broadcast_change()`
    const trigger = sql`
      create trigger mine after insert on public.execution_logs for each row execute function private.broadcast_change()
    `
    const tryAll = async ({ attempt }: Actor): Promise<string[]> => {
      const attempts = [await attempt(send), await attempt(call), await attempt(trigger)]
      return attempts.map((each) => (each.kind === 'refused' ? each.code : 'done'))
    }
    const refused = ['42501', '42501', '42501']
    expect(await asUser(db, bob, tryAll)).toEqual(refused)
    expect(await asAnon(db, tryAll)).toEqual(refused)
  })

  test('a message that cannot be stored does not stop what it tells of', async () => {
    const rows = await asRole(db, 'supabase_realtime_admin', async (actor) => {
      await actor.text('drop table realtime.messages_every_day')
      await actor.become('authenticated', { sub: ada, role: 'authenticated' })
      return actor.query(
        sql`select public.batch_insert_execution_logs(${ada}, 't', '[{"agent_type": "worker", "message": "line"}]') as written`,
      )
    })
    expect(rows).toEqual([{ written: 1 }])
  })

  test('an account with logs and tasks can be deleted, and says nothing', async () => {
    const messages = await asOwner(db, async (actor) => {
      await actor.text(`
        insert into public.task_history (user_id, task_id, title, status, input_prompt, rerun_of)
        select user_id, 'rerun', title, status, input_prompt, id from public.task_history where user_id = '${ada}';
        delete from realtime.messages;
        delete from auth.users where id = '${ada}';
      `)
      return newMessages(actor)
    })
    expect(messages).toEqual([])
  })

  /** Whether Realtime lets somebody join: it stores a message of the topic, and looks whether that can be read. */
  async function canJoin(topic: string, { role, claims }: Request): Promise<boolean> {
    return asOwner(db, async (actor) => {
      await actor.query(sql`select realtime.send('{}', 'probe', ${topic})`)
      await actor.become(role, { role, ...claims })
      const found = await actor.query(sql`select from realtime.messages where event = 'probe'`)
      return found.length > 0
    })
  }
})

interface Request {
  readonly role: string
  readonly claims: Claims
}

/** What this transaction has sent, as the owner sees it, in its order. */
async function newMessages(actor: Actor): Promise<Rows> {
  await actor.become('postgres', {})
  return actor.query(sql`
    select topic, extension, event, private, payload
    from realtime.messages
    order by tableoid, ctid
  `)
}

async function writeLine(actor: Actor): Promise<Rows> {
  await actor.query(sql`
    select public.insert_execution_log(${ada}, 't', null, 'worker', 'wrote the document', 'info', '{"pages": 3}')
  `)
  return newMessages(actor)
}

function user(sub: string | null): Request {
  return { role: 'authenticated', claims: { sub } }
}

test('the way back leaves the database as it was, in one transaction each', async () => {
  await withTestDatabase({ kind: 'migrations', mode: 'today' }, async (db) => {
    await db.superuser.query(sql`alter table realtime.messages owner to postgres`)
    const before = await look(db)
    await sendText(db.owner, up)
    const between = await look(db)
    await sendText(db.owner, down)
    expect(compareObservations(before, between).differences.length).toBeGreaterThan(4)
    expect(compareObservations(before, await look(db)).differences).toEqual([])
  })
})

test('somebody who may not create the policy changes nothing', async () => {
  await withTestDatabase({ kind: 'migrations', mode: 'today' }, async (db) => {
    const before = await look(db)
    await expect(sendText(db.owner, up)).rejects.toThrow('must be owner of table messages')
    expect(compareObservations(before, await look(db)).differences).toEqual([])
  })
})

async function look(db: TestDatabase): Promise<Observation> {
  return observe(db.superuser, { ignoreSchemas: [] })
}
