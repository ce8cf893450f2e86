import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { applyCommand } from '../../../src/commands/apply.ts'
import { rollbackCommand } from '../../../src/commands/rollback.ts'
import { statusCommand } from '../../../src/commands/status.ts'
import { messageOf } from '../../../src/errors.ts'
import { sendText, withSession } from '../../../src/postgres/connect.ts'
import { sql } from '../../support/database.ts'
import type { Rows, TestDatabase } from '../../support/database.ts'
import { longer } from '../../support/sample.ts'
import { withSmallWorld } from '../../support/small-project.ts'
import type { SmallWorld } from '../../support/small-project.ts'
import { usual, usualRollback } from '../../support/target.ts'

const noTransaction = '-- atlas:txmode none\n\n'

const up = `${noTransaction}alter table public.notes add column body text;
create index concurrently notes_body_idx on public.notes (body);
insert into public.notes (body) values ('after');
`
const down = `${noTransaction}delete from public.notes where body = 'after';
drop index concurrently public.notes_body_idx;
alter table public.notes drop column body;
`

/** What works concurrently waits for others as long as a file is tried again. */
const patient = { ...usual.limits, lockBudget: 60_000 }

const toOne = { ...usualRollback, to: { kind: 'version', version: '001' } } as const

/** A small world whose second migration is run statement by statement. */
async function withSteps(
  files: { readonly up?: string; readonly down?: string },
  use: (world: SmallWorld) => Promise<void>,
): Promise<void> {
  await withSmallWorld(async (world) => {
    await world.project.write('migrations/002_bodies.sql', files.up ?? up)
    await world.project.write('migrations/down/002_bodies.sql', files.down ?? down)
    await world.seal()
    await applyCommand(world.context, { ...usual, version: '001' })
    await use(world)
  })
}

async function rowOf(db: TestDatabase): Promise<Rows> {
  return db.query(sql`
    select applied, total, error, error_stmt, pg_catalog.jsonb_array_length(partial_hashes) as hashes
    from atlas_schema_revisions.atlas_schema_revisions
    where version = '002'
  `)
}

async function indexesOf(db: TestDatabase): Promise<Rows> {
  return db.query(sql`
    select c.relname as name, i.indisvalid as valid
    from pg_catalog.pg_index as i
    join pg_catalog.pg_class as c on c.oid = i.indexrelid
    where i.indrelid = 'public.notes'::pg_catalog.regclass and not i.indisprimary
    order by name
  `)
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}

const whole = { applied: 3, total: 3, error: null, error_stmt: null, hashes: null }
const built = [{ name: 'notes_body_idx', valid: true }]

/** Ends the session that applies as soon as its query starts so. */
async function endWhen(db: TestDatabase, query: string): Promise<void> {
  for (;;) {
    const ended = await db.superuser.query(sql`
      select pg_catalog.pg_terminate_backend(a.pid)
      from pg_catalog.pg_stat_activity as a
      where a.datname = ${db.name} and pg_catalog.starts_with(a.query, ${query}) and a.wait_event_type = 'Lock'
    `)
    if (ended.length > 0) return
    await sleep(10)
  }
}

/** Has a transaction that has done something while `use` runs: what works concurrently waits for its end. */
async function inTheWay<T>(db: TestDatabase, statement: string, use: () => Promise<T>): Promise<T> {
  return withSession(db.url, (other) =>
    other.tx(async (tx) => {
      await sendText(tx, statement)
      return use()
    }),
  )
}

describe('a file with txmode none', { concurrent: true }, () => {
  it('is applied and rolled back, with the rows of one that is a transaction', async () => {
    await withSteps({}, async ({ context, db }) => {
      expect(await applyCommand(context, usual)).toMatchObject({ applied: [{ version: '002' }] })
      expect({ row: await rowOf(db), indexes: await indexesOf(db) }).toEqual({
        row: [whole],
        indexes: built,
      })
      const rolledBack = await rollbackCommand(context, { ...toOne, allowDataLoss: true })
      expect(rolledBack).toMatchObject({ current: '001' })
      expect({ row: await rowOf(db), indexes: await indexesOf(db) }).toEqual({
        row: [],
        indexes: [],
      })
    })
  })

  it('is continued after the statements that are done, and builds again what is not valid', async () => {
    await withSteps({}, async ({ context, db }) => {
      const snapshot = 'set transaction isolation level repeatable read; select from pg_class'
      await inTheWay(db, snapshot, async () => {
        const running = applyCommand(context, usual).catch(messageOf)
        await endWhen(db, 'create index concurrently')
        expect(await running).toMatch(/closed the connection|terminat/)
      })
      expect({ row: await rowOf(db), indexes: await indexesOf(db) }).toEqual({
        row: [
          {
            applied: 1,
            total: 3,
            error: null,
            error_stmt: 'create index concurrently notes_body_idx on public.notes (body)',
            hashes: 1,
          },
        ],
        indexes: [{ name: 'notes_body_idx', valid: false }],
      })
      expect(await statusCommand(context, 'test')).toMatchObject({
        state: 'pending',
        current: '001',
        refusals: [],
      })
      expect(await rollbackCommand(context, toOne).catch(messageOf)).toBe(
        'version 002 is applied in part: 1 of the 3 statements are done. Its down file is for all of it. Finish it first: npm run apply test 002. What is not done of it yet may be changed in the file.',
      )
      await applyCommand(context, usual)
      expect({ row: await rowOf(db), indexes: await indexesOf(db) }).toEqual({
        row: [whole],
        indexes: built,
      })
    })
  })

  it.skipIf(longer.skip)('tells the phase of an index and how far it has come', async () => {
    const text = `${noTransaction}create index concurrently notes_id_idx on public.notes (id);\n`
    await withSteps({ up: text }, async ({ context, db }) => {
      const said: string[] = []
      const talk = { step: (step: string) => void said.push(step), note: () => undefined }
      const running = await inTheWay(
        db,
        'lock table public.notes in row exclusive mode',
        async () => {
          const applied = applyCommand({ ...context, talk }, { ...usual, limits: patient })
          await expect
            .poll(() => said, { timeout: 30_000 })
            .toContainEqual(
              expect.stringMatching(/^002_bodies\.sql:\d: waiting for writers before build, 0 %$/),
            )
          return { applied }
        },
      )
      expect(await running.applied).toMatchObject({ current: '002' })
    })
  })

  it('takes an index for done that was built before the run was cut off', async () => {
    await withSteps({}, async ({ context, db }) => {
      await applyCommand(context, usual)
      await db.text(`
        delete from public.notes;
        update atlas_schema_revisions.atlas_schema_revisions set applied = 1, error_stmt = 'create index',
          partial_hashes = '["h1:${hashOf('alter table public.notes add column body text;')}"]' where version = '002'`)
      await applyCommand(context, usual)
      expect({ row: await rowOf(db), indexes: await indexesOf(db) }).toEqual({
        row: [whole],
        indexes: built,
      })
    })
  })

  it('leaves nothing of an index that rows refuse, and may be changed behind what is done', async () => {
    const text = `${noTransaction}insert into public.notes select from generate_series(1, 2);
alter table public.notes add column body text;
create unique index concurrently notes_body_idx on public.notes ((body is null));
`
    await withSteps({ up: text }, async ({ context, db, project, seal }) => {
      expect(await applyCommand(context, usual).catch(messageOf)).toMatch(
        /002_bodies\.sql:5:1: could not create unique index "notes_body_idx" \(23505\)\n[^]*\n2 of its 3 statements are done and recorded; what is not done yet may be changed in the file\.\nNot applied: 002_bodies \(those of its statements that are done are recorded\)\. Continue with: npm run apply test 002$/,
      )
      expect({ row: await rowOf(db), indexes: await indexesOf(db) }).toMatchObject({
        row: [{ applied: 2, total: 3, error: 'could not create unique index "notes_body_idx"' }],
        indexes: [],
      })
      const path = await project.write(
        'migrations/002_bodies.sql',
        text.replace('add column body', 'add column  body'),
      )
      await seal()
      expect(await applyCommand(context, usual).catch(messageOf)).toBe(
        `${path}: edited after a part of it was run: its first 2 statements are done, and number 2 is another one now. Restore them (git checkout). What comes behind them may be changed.\nNot applied: 002_bodies (those of its statements that are done are recorded). Continue with: npm run apply test 002`,
      )
      await project.write('migrations/002_bodies.sql', text.replace('unique index', 'index'))
      await seal()
      expect(await applyCommand(context, usual)).toMatchObject({ current: '002' })
      expect({ row: await rowOf(db), indexes: await indexesOf(db) }).toEqual({
        row: [whole],
        indexes: built,
      })
    })
  })

  it('that fails at its first statement leaves no row, and may be changed as a whole', async () => {
    await withSteps(
      { up: `${noTransaction}create unique index concurrently a on public.nothing (id);` },
      async ({ context, db, project, seal }) => {
        expect(await applyCommand(context, usual).catch(messageOf)).toMatch(
          /002_bodies\.sql:3:\d+: relation "public\.nothing" does not exist \(42P01\)\n[^]*\nNothing of the file was done\.\nNothing was changed\. Continue with: npm run apply test 002$/,
        )
        expect(await rowOf(db)).toEqual([])
        await project.write('migrations/002_bodies.sql', up)
        await seal()
        expect(await applyCommand(context, usual)).toMatchObject({ current: '002' })
      },
    )
  })

  it('is rolled back to its end before anything else is applied', async () => {
    await withSteps({}, async ({ context, db }) => {
      await applyCommand(context, usual)
      const back = { ...toOne, allowDataLoss: true }
      await inTheWay(db, 'lock table public.notes in row exclusive mode', async () => {
        const running = rollbackCommand(context, back).catch(messageOf)
        await endWhen(db, 'drop index concurrently')
        await running
      })
      expect(await rowOf(db)).toEqual([
        {
          applied: 1,
          total: 3,
          error: 'rollback: 1 of 3 statements are done',
          error_stmt: 'drop index concurrently public.notes_body_idx',
          hashes: 1,
        },
      ])
      expect(await applyCommand(context, usual).catch(messageOf)).toBe(
        'version 002 is being rolled back: 1 of the 3 statements of its down file are done. Finish that first: npm run rollback test 001',
      )
      expect(await rollbackCommand(context, back)).toMatchObject({ current: '001' })
      expect(await applyCommand(context, usual)).toMatchObject({ current: '002' })
      expect({ row: await rowOf(db), indexes: await indexesOf(db) }).toEqual({
        row: [whole],
        indexes: built,
      })
    })
  })

  it('keeps what it sets, also where it is continued, and writes its records as who it is', async () => {
    const text = `${noTransaction}create role steps_of_a_file; grant steps_of_a_file to postgres;
create schema apart; grant all on schema apart to steps_of_a_file;
set search_path = apart;
set role steps_of_a_file;
create table seen as select current_user::text as who;
select pg_terminate_backend(pg_backend_pid()) from public.ends;
insert into seen values (current_user);
`
    await withSteps({ up: text }, async ({ context, db }) => {
      try {
        await db.text(
          'create table public.ends (); grant select on public.ends to public; insert into public.ends default values',
        )
        expect(await applyCommand(context, usual).catch(messageOf)).toMatch(
          /closed the connection|terminat/,
        )
        expect(await rowOf(db)).toMatchObject([{ applied: 7, total: 9 }])
        await db.text('delete from public.ends')
        expect(await applyCommand(context, usual)).toMatchObject({ current: '002' })
        expect(await db.query(sql`select who from apart.seen`)).toEqual([
          { who: 'steps_of_a_file' },
          { who: 'steps_of_a_file' },
        ])
      } finally {
        await db.superuser.query([
          sql.__dangerous__rawValue(
            'drop owned by steps_of_a_file cascade; drop role steps_of_a_file',
          ),
        ])
      }
    })
  })
})
