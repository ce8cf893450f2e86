import { describe, expect, it } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { statusCommand } from '../../src/commands/status.ts'
import { readHistory } from '../../src/deploy/history/history.ts'
import { messageOf } from '../../src/errors.ts'
import { withDatabase, withSession } from '../../src/postgres/connect.ts'
import { withScratch } from '../../src/workbench/scratch/scratch.ts'
import { sql, withTestWorkbench } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { sampleBy } from '../support/sample.ts'
import { withSmallWorld } from '../support/small-project.ts'
import { usual } from '../support/target.ts'

describe('apply', () => {
  it('applies what is pending, one transaction a file, and then has nothing to do', async () => {
    await withSmallWorld(async ({ context, db }) => {
      const first = await applyCommand(context, usual)
      expect(first).toMatchObject({
        environment: 'test',
        dryRun: false,
        applied: [
          { version: '001', name: 'notes' },
          { version: '002', name: 'bodies' },
        ],
        recorded: [],
        current: '002',
      })
      expect(
        await db.query(sql`select count(*)::integer as n from public.notes where body is null`),
      ).toEqual([{ n: 0 }])
      expect(await applyCommand(context, usual)).toMatchObject({ applied: [], current: '002' })
    })
  })

  it('writes the rows that Atlas reads, with the hash of atlas.sum and the count of statements', async () => {
    await withSmallWorld(async ({ context, db, project }) => {
      await applyCommand(context, usual)
      const folder = await project.load()
      expect(
        await db.query(sql`
          select version, description, type, applied, total, error, error_stmt, partial_hashes, operator_version
          from atlas_schema_revisions.atlas_schema_revisions
          order by version
        `),
      ).toEqual([
        {
          version: '001',
          description: 'notes',
          type: 2,
          applied: 1,
          total: 1,
          error: null,
          error_stmt: null,
          partial_hashes: null,
          operator_version: folder.operator,
        },
        {
          version: '002',
          description: 'bodies',
          type: 2,
          applied: 1,
          total: 1,
          error: null,
          error_stmt: null,
          partial_hashes: null,
          operator_version: folder.operator,
        },
      ])
    })
  })

  it('stops at the version that was asked for, and goes on from there', async () => {
    await withSmallWorld(async ({ context }) => {
      expect(await applyCommand(context, { ...usual, version: '001' })).toMatchObject({
        current: '001',
      })
      expect(await applyCommand(context, { ...usual, version: '002' })).toMatchObject({
        applied: [{ version: '002' }],
        current: '002',
      })
    })
  })

  it('says what it would do in a dry run, and does nothing, not even a history', async () => {
    await withSmallWorld(async ({ context, db }) => {
      expect(await applyCommand(context, { ...usual, dryRun: true })).toMatchObject({
        applied: [],
        pending: [
          { version: '001', name: 'notes' },
          { version: '002', name: 'bodies' },
        ],
        current: undefined,
      })
      expect(await db.owner.task(readHistory)).toEqual({ atlas: undefined, supabase: undefined })
    })
  })

  it('undoes the file that fails, keeps those before it, and says the place', async () => {
    await withSmallWorld(async ({ context, db, project, seal }) => {
      await project.write(
        'migrations/002_bodies.sql',
        'alter table public.notes add column body text not null;\nalter table public.notes\n  add column id bigint;\n',
      )
      await seal()
      await expect(applyCommand(context, usual)).rejects.toMatchObject({
        name: 'UserError',
        message: expect.stringContaining(
          '002_bodies.sql:2:1: column "id" of relation "notes" already exists (42701)\n  alter table public.notes\n  ^',
        ),
      })
      expect(await columnsOf(db)).toEqual(['id'])
      expect(await statusCommand(context, 'test')).toMatchObject({
        state: 'pending',
        current: '001',
      })
    })
  })

  it('points at the place of a mistake in the file', async () => {
    await withSmallWorld(async ({ context, project, seal }) => {
      await project.write('migrations/002_bodies.sql', 'select 1;\nselect é from public.notes;\n')
      await seal()
      await expect(applyCommand(context, usual)).rejects.toMatchObject({
        message: expect.stringMatching(
          /002_bodies\.sql:2:8: column "é" does not exist \(42703\)\n {2}select é from public\.notes;\n {9}\^\nApplied: 001_notes\. Not applied: 002_bodies\. Continue with: npm run apply test 002$/,
        ),
      })
    })
  })

  it('says the statement where PostgreSQL says no place, as in a body or a constraint', async () => {
    await withSmallWorld(async ({ context, project, seal }) => {
      await project.write(
        'migrations/002_bodies.sql',
        "-- 'é';\nselect '🙂'; insert into public.notes default values;\n\n" +
          "do $$ begin\n  raise exception 'no';\nend $$;\n",
      )
      await seal()
      await expect(applyCommand(context, usual)).rejects.toMatchObject({
        name: 'UserError',
        message: expect.stringMatching(
          /002_bodies\.sql:4:1: no \(P0001\)\n {2}do \$\$ begin\n {2}\^\n {2}in: /,
        ),
      })
    })
  })

  it('tells of a deferred constraint as of the file', async () => {
    await withSmallWorld(async ({ context, project, seal }) => {
      await project.write(
        'migrations/002_bodies.sql',
        `alter table public.notes add column parent bigint
  constraint notes_parent_fkey references public.notes (id) deferrable initially deferred;
insert into public.notes (parent) values (7);
`,
      )
      await seal()
      expect(await applyCommand(context, usual).catch(messageOf)).toMatch(
        /002_bodies\.sql: insert or update on table "notes" violates foreign key constraint "notes_parent_fkey" \(23503\)\nApplied: 001_notes\. Not applied: 002_bodies\. Continue with: npm run apply test 002$/,
      )
      expect(await statusCommand(context, 'test')).toMatchObject({ current: '001' })
    })
  })

  it('never repeats the values of a row in an error', async () => {
    await withSmallWorld(async ({ context, project, seal }) => {
      await project.write(
        'migrations/002_bodies.sql',
        "alter table public.notes add column body text check (body <> 's3cret');\ninsert into public.notes (body) values ('s3cret');\n",
      )
      await seal()
      const error = await applyCommand(context, usual).catch((caught: unknown) => caught)
      expect(error).toMatchObject({
        name: 'UserError',
        message: expect.stringContaining('(23514)'),
      })
      expect(String(error)).not.toMatch(/Failing row/)
    })
  })

  const outside = [
    ['commit;', 'begins or ends a transaction'],
    ['begin;', 'begins or ends a transaction'],
    ['vacuum;', 'cannot run inside a transaction'],
    ['create database other;', 'cannot run inside a transaction'],
    ['alter system set work_mem = 1;', 'cannot run inside a transaction'],
  ] as const
  it.each(sampleBy(outside, { usual: 15, others: 15 }, ([statement]) => statement))(
    'refuses %s before anything is applied',
    async (statement, reason) => {
      await withSmallWorld(async ({ context, project, seal }) => {
        await project.write('migrations/002_bodies.sql', `select 1;\n  ${statement}\n`)
        await seal()
        await expect(applyCommand(context, usual)).rejects.toMatchObject({
          name: 'UserError',
          message: expect.stringMatching(
            new RegExp(`002_bodies\\.sql:2:3: this statement ${reason}`),
          ),
        })
        await expect(applyCommand(context, { ...usual, dryRun: true })).rejects.toThrow(reason)
        expect(await statusCommand(context, 'test')).toMatchObject({ current: undefined })
      })
    },
  )

  it('does not let what one file sets leak into the next, nor into the history', async () => {
    await withSmallWorld(async ({ context, db, project, seal }) => {
      await project.write(
        'migrations/001_notes.sql',
        "set role anon; set search_path = 'nowhere'; reset role; create table public.notes (id bigint); set role authenticated;\n",
      )
      const open = `
        create temp table scratch (id int);
        prepare plan as select 1;
        declare rows cursor with hold for select 1;
      `
      await project.write(
        'migrations/002_bodies.sql',
        `create table public.seen as select current_user as who, current_setting('search_path') as path;
        ${open} listen news; create sequence public.numbers; select nextval('public.numbers');\n`,
      )
      await project.write(
        'migrations/003_more.sql',
        `${open} create table public.heard as select pg_catalog.pg_listening_channels() as channel;
        do $$
        begin
          perform pg_catalog.lastval();
          raise 'a number is left';
        exception when object_not_in_prerequisite_state then null;
        end $$;\n`,
      )
      await seal()
      await applyCommand(context, usual)
      const seen = sql`select who, path from public.seen`
      expect(await db.query(seen)).toEqual([
        { who: 'postgres', path: '"$user", public, extensions' },
      ])
      expect(await db.query(sql`select channel from public.heard`)).toEqual([])
      // The workbench replays them alike: verify would tell of differences otherwise.
      await withTestWorkbench(
        (workbench) =>
          withScratch(workbench, { kind: 'migrations', mode: 'today' }, async ({ url }) => {
            expect(await withDatabase(url, (replayed) => replayed.query(seen))).toEqual([
              { who: 'postgres', path: '"$user", public, extensions' },
            ])
          }),
        context.project,
      )
    })
  })

  it('records what the Supabase CLI applied in Atlas’s history, and the other way round', async () => {
    await withSmallWorld(async ({ context, db, project }) => {
      await db.text(`
        create schema supabase_migrations;
        create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text);
        create table public.notes (id bigint);
        insert into supabase_migrations.schema_migrations values ('001', null, 'notes');
      `)
      expect(await applyCommand(context, usual)).toMatchObject({
        recorded: ['001'],
        applied: [{ version: '002' }],
      })
      const { atlas, supabase } = await db.owner.task(readHistory)
      expect({ atlas: atlas?.map(({ version }) => version), supabase }).toEqual({
        atlas: ['001', '002'],
        supabase: [
          { version: '001', name: 'notes' },
          { version: '002', name: 'bodies' },
        ],
      })
      expect(
        await db.query(sql`
          select statements, name from supabase_migrations.schema_migrations where version = '002'
        `),
      ).toEqual([
        { statements: ['alter table public.notes add column body text not null'], name: 'bodies' },
      ])
      await project.remove('migrations/002_bodies.sql')
    })
  })

  it('waits for another migration, names who holds the lock, and gives up in time', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await withSession(
        db.url,
        async (other) => {
          await other.query(
            sql`select pg_catalog.pg_advisory_lock(2686470616), 's3cret' as password`,
          )
          const error = await applyCommand(context, usual).catch(messageOf)
          expect(error).toMatch(
            /^another migration is running: process (\d+), user postgres, application the other one: select, idle since .* UTC\. It did not end within 0\.2 s\. Wait until it has ended, or longer with --lock-wait SECONDS\. Run the same command again\.\nIf it will not end by itself: select pg_catalog\.pg_terminate_backend\(\1\);$/,
          )
        },
        { applicationName: 'the other one' },
      )
      expect(await applyCommand(context, usual)).toMatchObject({ current: '002' })
    })
  })

  it('lets two runs at the same time apply each file once', async () => {
    await withSmallWorld(async ({ context }) => {
      const runs = await Promise.all([
        applyCommand(context, { ...usual, lockWait: 20_000 }),
        applyCommand(context, { ...usual, lockWait: 20_000 }),
      ])
      expect(runs.map(({ current }) => current)).toEqual(['002', '002'])
      expect(runs.map(({ applied }) => applied.length).toSorted((a, b) => a - b)).toEqual([0, 2])
    })
  })

  it('gives up on a lock that somebody else holds on a table, and keeps nothing of the file', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await applyCommand(context, { ...usual, version: '001' })
      await withSession(db.url, async (other) => {
        await other.tx(async (tx) => {
          await tx.query(sql`select 1 from public.notes`)
          await expect(
            applyCommand(context, { ...usual, limits: { ...usual.limits, lock: 100 } }),
          ).rejects.toMatchObject({
            name: 'UserError',
            message: expect.stringContaining('another session holds a lock that this file needs'),
          })
        })
      })
      expect(await columnsOf(db)).toEqual(['id'])
    })
  })
})

async function columnsOf(db: TestDatabase): Promise<unknown[]> {
  const rows = await db.query(sql`
    select attname::text as name
    from pg_catalog.pg_attribute
    where attrelid = 'public.notes'::pg_catalog.regclass and attnum > 0 and not attisdropped
    order by attnum
  `)
  return rows.map(({ name }) => name)
}
