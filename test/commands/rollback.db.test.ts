import { describe, expect, it } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { rollbackCommand } from '../../src/commands/rollback.ts'
import { messageOf } from '../../src/errors.ts'
import { readHistory } from '../../src/deploy/history/history.ts'
import { withUser } from '../../src/postgres/url.ts'
import { sql } from '../support/database.ts'
import { longer, sampleBy } from '../support/sample.ts'
import { withSmallWorld } from '../support/small-project.ts'
import { contextFor, usual, usualRollback } from '../support/target.ts'

const toOne = { ...usualRollback, to: { kind: 'version', version: '001' } } as const
const toNone = { ...usualRollback, to: { kind: 'version', version: 'none' } } as const

const few = { usual: 15, others: 30 }

describe('rollback', () => {
  it('takes back all above the version that stays, newest first, with its history rows', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await applyCommand(context, usual)
      expect(await rollbackCommand(context, toOne)).toMatchObject({
        rolledBack: [{ version: '002', name: 'bodies' }],
        answers: [],
        notAsked: [],
        current: '001',
      })
      const { atlas } = await db.owner.task(readHistory)
      expect(atlas?.map(({ version }) => version)).toEqual(['001'])
      expect(await applyCommand(context, usual)).toMatchObject({
        applied: [{ version: '002' }],
        current: '002',
      })
    })
  })

  it.skipIf(longer.skip)('takes all back, or so many steps', async () => {
    await withSmallWorld(async ({ context }) => {
      await applyCommand(context, usual)
      const steps = { ...usualRollback, to: { kind: 'steps', steps: 1 } } as const
      expect(await rollbackCommand(context, steps)).toMatchObject({
        rolledBack: [{ version: '002' }],
        current: '001',
      })
      await applyCommand(context, usual)
      expect(
        await rollbackCommand(context, { ...steps, to: { kind: 'steps', steps: 99 } }),
      ).toMatchObject({
        rolledBack: [{ version: '002' }, { version: '001' }],
        current: undefined,
      })
      await applyCommand(context, usual)
      expect(await rollbackCommand(context, toNone)).toMatchObject({
        rolledBack: [{ version: '002' }, { version: '001' }],
        current: undefined,
      })
    })
  })

  it('refuses to lose values, says how many and by which statement, and changes nothing', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await applyCommand(context, usual)
      await db.text("insert into public.notes (body) values ('a'), ('b'), ('c')")
      const error = await rollbackCommand(context, toOne).catch(messageOf)
      expect(error).toMatch(
        /^this would be lost for good:\n {2}"public"\."notes"\."body": 3 values, such as id = 1 \(.*down\/002_bodies\.sql:1\)\nNothing was changed\. Save what is needed, or have it kept: -- --archive\. Run the same command again with -- --allow-data-loss\.$/,
      )
      expect(await db.query(sql`select count(body)::integer as n from public.notes`)).toEqual([
        { n: 3 },
      ])
    })
  })

  it.skipIf(longer.skip)(
    'says what is missing where rows have no value for a required column that comes back',
    async () => {
      await withSmallWorld(async ({ context, db, project, seal }) => {
        const down = 'alter table public.notes add column body text not null;\n'
        await project.write(
          'migrations/003_gone.sql',
          'alter table public.notes drop column body;\n',
        )
        await project.write('migrations/down/003_gone.sql', down)
        await seal()
        await applyCommand(context, usual)
        await db.text('insert into public.notes default values')
        const toTwo = { ...usualRollback, to: { kind: 'version', version: '002' } } as const
        expect(await rollbackCommand(context, toTwo).catch(messageOf)).toMatch(
          /^this would fail on rows that are there:\n {2}"public"\."notes"\."body": 1 row without a value for a new column that is NOT NULL, such as id = 1 \(.*down\/003_gone\.sql:1\)\nNothing was changed\. Correct the rows first, or the file\.$/,
        )
        await project.write(
          'migrations/down/003_gone.sql',
          "alter table public.notes add column body text not null default '';\nalter table public.notes alter column body drop default;\n",
        )
        expect(await rollbackCommand(context, toTwo)).toMatchObject({ answers: [], current: '002' })
        expect(await db.query(sql`select body from public.notes`)).toEqual([{ body: '' }])
      })
    },
  )

  it.skipIf(longer.skip)('refuses an empty down file, unless that says to do nothing', async () => {
    await withSmallWorld(async ({ context, project }) => {
      await applyCommand(context, usual)
      const path = await project.write('migrations/down/002_bodies.sql', '-- nothing to do\n')
      expect(await rollbackCommand(context, toOne).catch(messageOf)).toBe(
        `${path}: empty: it undoes nothing. Fill it, or have it planned (remove it, then npm run prove 002 -- --write-down). If there is nothing to undo, write: select 1;`,
      )
      await project.write('migrations/down/002_bodies.sql', 'select 1;\n')
      expect(await rollbackCommand(context, toOne)).toMatchObject({ current: '001' })
    })
  })

  it.skipIf(longer.skip)(
    'counts what all steps together would lose before the first is taken',
    async () => {
      await withSmallWorld(async ({ context, db }) => {
        await applyCommand(context, usual)
        await db.text("insert into public.notes (body) values ('a'), ('b')")
        expect(await rollbackCommand(context, { ...toNone, dryRun: true })).toMatchObject({
          rolledBack: [],
          pending: [{ version: '002' }, { version: '001' }],
          answers: [
            { outcome: 'loses values', object: '"public"."notes"."body"', count: 2 },
            { outcome: 'loses rows', object: '"public"."notes"', count: 2 },
          ],
          current: '002',
        })
        expect(await db.query(sql`select count(body)::integer as n from public.notes`)).toEqual([
          { n: 2 },
        ])
      })
    },
  )

  it('loses them where that is allowed, and says what was lost', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await applyCommand(context, usual)
      await db.text("insert into public.notes (body) values ('a')")
      expect(await rollbackCommand(context, { ...toNone, allowDataLoss: true })).toMatchObject({
        rolledBack: [{ version: '002' }, { version: '001' }],
        answers: [{ count: 1 }, { count: 1 }],
        current: undefined,
      })
    })
  })

  const ways: readonly (readonly [string, string, string])[] = [
    [
      'a cascade',
      'drop table public.notes cascade; create table public.notes (id bigint);',
      'rows',
    ],
    ['a delete', 'delete from public.notes;', 'rows'],
    ['a truncate', 'truncate public.notes;', 'rows'],
    ['an update', "update public.notes set body = 'x';", 'values replaced by an update'],
    [
      'a change of type',
      'alter table public.notes alter column body type text using body || body;',
      'values changed by text',
    ],
  ]
  it.each(sampleBy(ways, few, ([what]) => what))(
    'sees the loss by %s',
    async (_how, down, kind) => {
      await withSmallWorld(async ({ context, db, project }) => {
        await applyCommand(context, usual)
        await db.text("insert into public.notes (body) values ('a'), ('b')")
        await project.write('migrations/down/002_bodies.sql', down)
        const error = await rollbackCommand(context, toOne).catch(messageOf)
        expect(error).toMatch(
          new RegExp(`"public"\\."notes"(\\."body")?: 2 ${kind}, such as id = 1 \\(`),
        )
        expect(await db.query(sql`select body from public.notes order by body`)).toEqual([
          { body: 'a' },
          { body: 'b' },
        ])
      })
    },
  )

  const harmless: readonly (readonly [string, string])[] = [
    [
      'a rename',
      'alter table public.notes rename to papers; alter table public.papers rename body to text',
    ],
    [
      'a column that is computed',
      'alter table public.notes add column twice text generated always as (body || body) stored',
    ],
    [
      'a default for each row',
      'alter table public.notes add column key uuid not null default gen_random_uuid()',
    ],
    [
      'another way to store it',
      'alter table public.notes set unlogged; cluster public.notes using notes_pkey',
    ],
    ['another name of a type', 'alter type public.mood rename to feeling'],
    [
      'a copy that comes and goes',
      'create table public.copy (id int); insert into public.copy values (1); delete from public.copy; truncate public.copy; drop table public.copy',
    ],
    ['a view of the rows', 'refresh materialized view public.seen'],
  ]
  it.each(sampleBy(harmless, few, ([what]) => what))(
    'takes %s for no loss',
    async (_what, down) => {
      await withSmallWorld(async ({ context, db, project, seal }) => {
        // The down file is tried on a copy of what the migrations make.
        await project.write(
          'migrations/002_bodies.sql',
          `alter table public.notes add column body text;
create type public.mood as enum ('calm');
alter table public.notes add column mood public.mood default 'calm';
create materialized view public.seen as select 1 as one;
`,
        )
        await seal()
        await applyCommand(context, usual)
        await db.text("insert into public.notes (body) values ('a'), ('b')")
        await project.write('migrations/down/002_bodies.sql', `${down};\n`)
        expect(await rollbackCommand(context, { ...toOne, dryRun: true })).toMatchObject({
          answers: [],
          notAsked: [],
        })
      })
    },
  )

  it.skipIf(longer.skip)('counts under the name that a table has, and no row twice', async () => {
    await withSmallWorld(async ({ context, db, project }) => {
      await applyCommand(context, usual)
      await db.text("insert into public.notes (body) values ('a'), ('b'), ('c'), ('d'), ('e')")
      const path = await project.write(
        'migrations/down/002_bodies.sql',
        `alter table public.notes rename to papers;
delete from public.papers where body = 'a';
insert into public.papers (body) values ('x'), ('y');
alter table public.papers add column key uuid default gen_random_uuid();
truncate public.papers;
insert into public.papers (body) values ('z');
`,
      )
      const { answers } = await rollbackCommand(context, { ...toOne, dryRun: true })
      const common = { outcome: 'loses rows', object: '"public"."notes"' }
      expect(answers).toMatchObject([
        { ...common, count: 1, example: 'id = 1', place: `${path}:2` },
        { ...common, count: 4, example: 'id = 2', place: `${path}:5` },
      ])
    })
  })

  it.skipIf(longer.skip)('counts rows that a policy hides, or refuses to count', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await applyCommand(context, usual)
      await db.text(`
        insert into public.notes (body) values ('a');
        alter table public.notes enable row level security;
        alter table public.notes force row level security;
      `)
      await db.superuser.query(sql`create role hidden_from login password 'h'`)
      try {
        await db.superuser.query([
          sql.__dangerous__rawValue(`
            grant create on database "${db.name}" to hidden_from;
            grant create on schema public to hidden_from;
            alter table public.notes owner to hidden_from;
            grant usage on schema atlas_schema_revisions to hidden_from;
            grant select, delete on atlas_schema_revisions.atlas_schema_revisions to hidden_from;
          `),
        ])
        const other = await contextFor(withUser(db.url, 'hidden_from', 'h'), context.project)
        expect(await rollbackCommand(other, toOne).catch(messageOf)).toMatch(
          /^what this would lose is not counted:\n.*: values: "public"\."notes"\."body": query would be affected by row-level security policy for table "notes"\nNothing was changed\./,
        )
      } finally {
        await db.superuser.query(
          sql`reassign owned by hidden_from to postgres; drop owned by hidden_from; drop role hidden_from`,
        )
      }
    })
  })

  it.each([true, false])(
    'refuses a down file with its own transaction before it is tried (dry run: %s)',
    async (dryRun) => {
      await withSmallWorld(async ({ context, db, project }) => {
        await applyCommand(context, usual)
        await db.text("insert into public.notes (body) values ('a')")
        await project.write(
          'migrations/down/002_bodies.sql',
          'begin;\nalter table public.notes drop column body;\ncommit;\n',
        )
        expect(await rollbackCommand(context, { ...toOne, dryRun }).catch(messageOf)).toMatch(
          /down\/002_bodies\.sql:1:1: this statement begins or ends a transaction/,
        )
        expect(await db.query(sql`select body from public.notes`)).toEqual([{ body: 'a' }])
      })
    },
  )

  it.skipIf(longer.skip)('undoes its trial whatever savepoints a down file has', async () => {
    await withSmallWorld(async ({ context, db, project }) => {
      await applyCommand(context, usual)
      await project.write(
        'migrations/down/002_bodies.sql',
        'alter table public.notes drop column body;\nsavepoint trial;\n',
      )
      expect(await rollbackCommand(context, toOne)).toMatchObject({ current: '001' })
      expect(await db.query(sql`select * from public.notes`)).toEqual([])
    })
  })

  it('undoes a down file that fails, keeps those before it, and says the place', async () => {
    await withSmallWorld(async ({ context, project }) => {
      await applyCommand(context, usual)
      await project.write(
        'migrations/down/001_notes.sql',
        'drop table public.notes;\ndrop table public.nothing;\n',
      )
      const error = await rollbackCommand(context, toNone).catch(messageOf)
      expect(error).toMatch(/down\/001_notes\.sql:2:1: table "nothing" does not exist \(42P01\)/)
      expect(await applyCommand(context, usual)).toMatchObject({ applied: [], current: '002' })
    })
  })

  it('refuses a version that is not applied, and a migration without a down file', async () => {
    await withSmallWorld(async ({ context, project }) => {
      await applyCommand(context, { ...usual, version: '001' })
      const toTwo = { ...usualRollback, to: { kind: 'version', version: '002' } } as const
      await expect(rollbackCommand(context, toTwo)).rejects.toThrow('version 002 is not applied')
      await project.remove('migrations/down/001_notes.sql')
      await expect(rollbackCommand(context, toNone)).rejects.toThrow(
        '001_notes.sql: it has no down file',
      )
    })
  })

  it('takes the version out of the Supabase CLI’s history too', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await db.text(`
        create schema supabase_migrations;
        create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text);
      `)
      await applyCommand(context, usual)
      await rollbackCommand(context, toOne)
      expect(await db.owner.task(readHistory)).toMatchObject({
        atlas: [{ version: '001' }],
        supabase: [{ version: '001', name: 'notes' }],
      })
    })
  })
})
