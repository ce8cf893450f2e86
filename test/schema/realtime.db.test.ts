import { beforeAll, expect, test } from 'vitest'
import { withSubscriber } from '../../src/postgres/subscriber.ts'
import type { Change } from '../../src/postgres/pgoutput.ts'
import { sql, useDatabase } from '../support/database.ts'
import { ada } from './scene.ts'
import { twoUsers } from './two-users.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })

beforeAll(async () => {
  await db.text(twoUsers)
})

test('exactly the logs and the tasks are followed, with all columns, all rows and all commands', async () => {
  expect(
    await db.query(sql`
      select
        t.schemaname || '.' || t.tablename as table,
        t.attnames = array(
          select a.attname
          from pg_catalog.pg_attribute as a
          where a.attrelid = (t.schemaname || '.' || t.tablename)::regclass and a.attnum > 0
          order by a.attnum
        ) as "allColumns",
        t.rowfilter as "rowFilter",
        p.pubinsert and p.pubupdate and p.pubdelete and p.pubtruncate as "allCommands",
        p.puballtables as "everyTable"
      from pg_catalog.pg_publication_tables as t
      join pg_catalog.pg_publication as p on p.pubname = t.pubname
      where t.pubname = 'supabase_realtime'
      order by "table"
    `),
  ).toEqual(
    ['public.execution_logs', 'public.task_history'].map((table) => ({
      table,
      allColumns: true,
      rowFilter: null,
      allCommands: true,
      everyTable: false,
    })),
  )
})

test('both have a primary key that tells the row, as identity of what is deleted', async () => {
  expect(
    await db.query(sql`
      select c.oid::regclass::text as table, c.relreplident as identity, array_agg(a.attname::text) as key
      from pg_catalog.pg_class as c
      join pg_catalog.pg_index as i on i.indrelid = c.oid and i.indisprimary
      join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum = any (i.indkey)
      where c.oid in ('public.execution_logs'::regclass, 'public.task_history'::regclass)
      group by c.oid, c.relreplident
      order by "table"
    `),
  ).toEqual(
    ['execution_logs', 'task_history'].map((table) => ({ table, identity: 'd', key: ['id'] })),
  )
})

test('a subscriber hears of a new log and of a new status, with their values; of what goes, the key alone', async () => {
  const changes = await changesOf(`
    select public.insert_execution_log(
      '${ada}', 't', 'step 1', 'worker', 'wrote the document', 'success', '{"pages": 3}'
    );
    select public.update_task_history_status('${ada}', 't', 'success', p_duration_ms => 1200);
    -- not followed
    update public.workflows set status = 'completed';
    insert into public.documents_generated (user_id, task_id, document_type) values ('${ada}', 't', 'doc');

    select public.delete_execution_logs_by_task('${ada}', 't');
    select public.delete_task_history('${ada}', 't');
  `)
  const [log, status, ...deleted] = changes
  expect(log).toEqual({
    kind: 'insert',
    table: 'public.execution_logs',
    row: {
      id: expect.stringMatching(uuid),
      user_id: ada,
      task_id: 't',
      step_id: 'step 1',
      agent_type: 'worker',
      message: 'wrote the document',
      log_level: 'success',
      metadata: '{"pages": 3}',
      created_at: expect.stringMatching(time),
      seq: expect.stringMatching(/^\d+$/),
    },
  })
  expect(status).toEqual({
    kind: 'update',
    table: 'public.task_history',
    row: {
      id: expect.stringMatching(uuid),
      user_id: ada,
      task_id: 't',
      title: 'Task',
      status: 'success',
      input_prompt: 'please',
      google_services: '{}',
      duration_ms: '1200',
      created_at: expect.stringMatching(time),
      completed_at: expect.stringMatching(time),
      updated_at: expect.stringMatching(time),
    },
  })
  const key = { id: expect.stringMatching(uuid) }
  expect(deleted).toEqual([
    { kind: 'delete', table: 'public.execution_logs', row: key },
    { kind: 'delete', table: 'public.execution_logs', row: key },
    { kind: 'delete', table: 'public.task_history', row: key },
  ])
})

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const time = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/

/** What a subscriber hears of statements that the owner commits. */
async function changesOf(statements: string): Promise<Change[]> {
  const changes: Change[] = []
  await withSubscriber(
    db.url,
    { publication: 'supabase_realtime', onChange: (change) => changes.push(change) },
    async ({ catchUp }) => {
      await db.text(statements)
      await catchUp()
    },
  )
  return changes
}
