import { userInfo } from 'node:os'
import { describe, expect, it } from 'vitest'
import { applyCommand } from '../../../src/commands/apply.ts'
import { baselineCommand } from '../../../src/commands/baseline.ts'
import { hashCommand } from '../../../src/commands/hash.ts'
import { rollbackCommand } from '../../../src/commands/rollback.ts'
import { statusCommand } from '../../../src/commands/status.ts'
import { hashOf } from '../../../src/deploy/journal/journaled-files.ts'
import { readEvents } from '../../../src/deploy/journal/read-events.ts'
import { defaultLimits } from '../../../src/deploy/session/session.ts'
import { loadMigrations } from '../../../src/files/migrations.ts'
import { messageOf } from '../../../src/errors.ts'
import { sendText, withSession } from '../../../src/postgres/connect.ts'
import { withUser } from '../../../src/postgres/url.ts'
import { sql, withTestDatabase } from '../../support/database.ts'
import type { Rows, TestDatabase } from '../../support/database.ts'
import type { Context } from '../../../src/files/context.ts'
import { withProject } from '../../support/project.ts'
import { longer } from '../../support/sample.ts'
import { asAnon, asService, asUser } from '../../support/roles.ts'
import { withSmallWorld } from '../../support/small-project.ts'
import { contextFor, usual, usualRollback } from '../../support/target.ts'

const toOne = { ...usualRollback, to: { kind: 'version', version: '001' } } as const

async function files(db: TestDatabase): Promise<Rows> {
  return db.query(sql`
    select version, name, up_hash, down, down_hash
    from schema_journal.files
    order by version
  `)
}

async function events(db: TestDatabase): Promise<string[]> {
  const rows = (await readEvents(db.owner)) ?? []
  return rows.map(({ verb, version, outcome }) => `${verb} ${version} ${outcome}`).toReversed()
}

/** Applies all, and answers what was said of the journal. */
async function applyTelling(context: Context): Promise<string[]> {
  const notes: string[] = []
  const talk = { ...context.talk, note: (text: string) => void notes.push(text) }
  expect(await applyCommand({ ...context, talk }, usual)).toMatchObject({ current: '002' })
  return notes.filter((note) => note.includes('journal'))
}

const bodies = {
  version: '002',
  name: 'bodies',
  up_hash: hashOf('alter table public.notes add column body text not null;\n'),
  down: 'alter table public.notes drop column body;\n',
  down_hash: hashOf('alter table public.notes drop column body;\n'),
}

describe('the journal', () => {
  it('has the down file of what is applied, forgets it with the rollback, and tells of both', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await applyCommand(context, usual)
      expect((await files(db))[1]).toEqual(bodies)
      await rollbackCommand(context, toOne)
      expect((await files(db)).map(({ version }) => version)).toEqual(['001'])
      const { journal } = await statusCommand(context, 'test', { journal: true })
      expect(journal?.map(({ verb, version, outcome }) => [verb, version, outcome])).toEqual([
        ['rollback', '002', 'done'],
        ['apply', '002', 'done'],
        ['apply', '001', 'done'],
      ])
      const { seal } = await loadMigrations(context.project.folders.migrations)
      expect(journal?.[0]).toMatchObject({
        who: `postgres (${userInfo().username})`,
        gitCommit: null,
        seal: seal.total,
      })
      expect(Number.isInteger(journal?.[0]?.milliseconds)).toBe(true)
    })
  })

  it('tells that a file failed, by PostgreSQL’s code and without its message', async () => {
    await withSmallWorld(async ({ context, db, project, seal }) => {
      await project.write('migrations/002_bodies.sql', "select 'secret of mine'::integer;\n")
      await seal()
      await applyCommand(context, usual).catch(messageOf)
      expect(await events(db)).toEqual(['apply 001 done', 'apply 002 failed: 22P02'])
      expect(
        await db.query(sql`select 1 from schema_journal.events as e where e::text like '%secret%'`),
      ).toEqual([])
    })
  })

  it('has a run also where that it begins could not be written', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await applyCommand(context, { ...usual, version: '001' })
      const held = Promise.withResolvers<undefined>()
      const limits = { ...defaultLimits, lock: 50 }
      const note = (text: string): void => {
        if (text.includes('could not be recorded')) held.resolve(undefined)
      }
      const talk = { ...context.talk, note }
      await withSession(db.url, async (other) => {
        await sendText(other, 'begin; lock table schema_journal.events')
        const applied = applyCommand({ ...context, talk }, { ...usual, limits })
        await Promise.race([held.promise, applied])
        await sendText(other, 'commit')
        await applied
      })
      expect(await events(db)).toEqual(['apply 001 done', 'apply 002 done'])
    })
  })

  it('says where it takes no row, and the file is not applied', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await applyCommand(context, { ...usual, version: '001' })
      await db.text(`
        insert into schema_journal.events (verb, version, who, outcome) values ('apply', '000', 'me', 'done');
        alter table schema_journal.events alter column id restart with 1;
      `)
      expect(await applyCommand(context, usual).catch(messageOf)).toMatch(
        /^schema_journal\.events takes no row: duplicate key .* "events_pkey" \(23505\)\. The file was rolled back\. Check the table: /,
      )
      expect(await events(db)).toEqual(['apply 001 done', 'apply 000 done'])
    })
  })

  it.skipIf(longer.skip)('tells that a run was cut off', async () => {
    await withSmallWorld(async ({ context, db, project, seal }) => {
      await project.write(
        'migrations/002_bodies.sql',
        'select pg_catalog.pg_terminate_backend(pg_catalog.pg_backend_pid());\n',
      )
      await seal()
      await applyCommand(context, usual).catch(messageOf)
      expect(await events(db)).toEqual(['apply 001 done', 'apply 002 did not end'])
    })
  })

  it('gets what another tool applied, and what was applied before there was a journal', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await db.text(`
        create table public.notes (id bigint generated always as identity, constraint notes_pkey primary key (id));
        alter table public.notes add column body text not null;
        create schema supabase_migrations;
        create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text);
        insert into supabase_migrations.schema_migrations (version, name) values ('001', 'notes'), ('002', 'bodies');
      `)
      await applyCommand(context, usual)
      expect((await files(db))[1]).toEqual(bodies)
      // As the Supabase CLI's `migration repair --status reverted` leaves it.
      await db.text(`
        alter table public.notes drop column body;
        delete from supabase_migrations.schema_migrations where version = '002';
        delete from atlas_schema_revisions.atlas_schema_revisions where version = '002';
      `)
      await applyCommand(context, { ...usual, version: '001' })
      expect((await files(db)).map(({ version }) => version)).toEqual(['001'])
      await db.text('drop schema schema_journal cascade')
      await applyCommand(context, usual)
      expect((await files(db))[1]).toEqual(bodies)
      expect(await events(db)).toEqual(['record 001 done', 'apply 002 done'])
    })
  })

  it.skipIf(longer.skip)('gets what a baseline declares', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await db.text('create table public.notes (id bigint)')
      await baselineCommand(context, {
        ...usual,
        allowDifferences: true,
      })
      expect((await files(db))[1]).toEqual(bodies)
      expect(await events(db)).toEqual(['baseline 001 done', 'baseline 002 done'])
    })
  })

  it.skipIf(longer.skip).each([
    ['removes it', 'drop schema schema_journal cascade;'],
    ['removes a table of it', 'drop table schema_journal.files;'],
  ])('is not taken away by a migration that %s', async (_what, text) => {
    await withSmallWorld(async ({ context, db, project, seal }) => {
      await project.write('migrations/002_bodies.sql', `${text}\n`)
      await seal()
      expect(await applyCommand(context, usual).catch(messageOf)).toMatch(
        /002_bodies\.sql: removes the journal of migrations \(schema_journal\), which no migration may touch\. The file was rolled back\.\nApplied: 001_notes\. Not applied: 002_bodies\. Continue with: npm run apply test 002$/,
      )
      expect(await events(db)).toEqual(['apply 001 done', 'apply 002 failed: 42P01'])
    })
  })
})

async function withWriter(
  use: (writer: {
    readonly db: TestDatabase
    readonly role: string
    readonly apply: () => Promise<readonly string[]>
  }) => Promise<void>,
): Promise<void> {
  await withSmallWorld(async ({ context, db }) => {
    const role = `writer_${db.name.replaceAll(/\W/g, '_')}`
    await applyCommand(context, { ...usual, version: '001' })
    await sendText(
      db.superuser,
      `drop schema schema_journal cascade;
       create role ${role} login password 'w';
       grant create on schema public to ${role};
       alter table public.notes owner to ${role};
       grant usage on schema atlas_schema_revisions to ${role};
       grant select, insert on all tables in schema atlas_schema_revisions to ${role};`,
    )
    try {
      const other = await contextFor(withUser(db.url, role, 'w'), context.project)
      const apply = async (): Promise<readonly string[]> => {
        return applyTelling(other)
      }
      await use({ db, role, apply })
    } finally {
      await sendText(db.superuser, `drop owned by ${role} cascade; drop role ${role};`)
    }
  })
}

describe('a database in which the journal cannot be written', () => {
  it('is migrated without it where the user may create no schema, which is said once', async () => {
    await withWriter(async ({ role, apply }) => {
      expect(await apply()).toEqual([
        `without the journal: user ${role} may not create schema schema_journal`,
      ])
    })
  })

  it.skipIf(longer.skip)('is migrated without it where it belongs to another role', async () => {
    await withWriter(async ({ db, apply }) => {
      await db.text(
        'create schema schema_journal; create table schema_journal.files (version text);',
      )
      expect(await apply()).toEqual([
        'without the journal: schema schema_journal belongs to postgres',
      ])
    })
  })
})

it.skipIf(longer.skip)('a journal in another form is left alone', async () => {
  await withSmallWorld(async ({ context, db }) => {
    await db.text('create schema schema_journal; create table schema_journal.files (version text);')
    const notes: string[] = []
    const talk = { ...context.talk, note: (text: string) => void notes.push(text) }
    expect(await applyTelling(context)).toEqual([
      'without the journal: the tables of schema schema_journal have not the form that this tool gives them',
    ])
    const told = { ...context, talk }
    expect(await statusCommand(told, 'test', { journal: true })).toMatchObject({ journal: null })
    expect(notes).toEqual(['there is no journal that this user may use'])
  })
})

it.skipIf(longer.skip)(
  'a journal that others may write is neither written nor trusted',
  async () => {
    await withSmallWorld(async ({ context, db }) => {
      await applyCommand(context, { ...usual, version: '001' })
      for (const grant of ['update on table', 'update (down) on table']) {
        await db.text(`grant ${grant} schema_journal.files to service_role`)
        expect(await applyTelling(context)).toEqual([
          'without the journal: service_role may write to schema schema_journal, where down files are read: revoke that',
        ])
        await db.text('revoke all on table schema_journal.files from service_role')
      }
      await applyCommand(context, usual)
      expect((await files(db))[1]).toEqual(bodies)
    })
  },
)

it.each(['today', 'legacy'] as const)(
  'nobody but its owner reads or writes the journal, whatever is granted by default (%s)',
  async (mode) => {
    await withProject(async (project) => {
      await hashCommand({ project: await project.load() })
      await withTestDatabase({ kind: 'platform', mode }, async (db) => {
        await db.text(`
          alter default privileges grant all on schemas to public, anon, authenticated, service_role;
          alter default privileges grant all on tables to public, anon, authenticated, service_role;
          alter default privileges grant all on sequences to public, anon, authenticated, service_role;
        `)
        await applyCommand(await contextFor(db.url, await project.load()), usual)
        const refused = { kind: 'refused', code: '42501' }
        const user = '00000000-0000-0000-0000-000000000001'
        for (const use of [
          sql`select from schema_journal.files`,
          sql`delete from schema_journal.events`,
          sql`insert into schema_journal.files (version, name, up_hash) values ('9', '9', '9')`,
        ]) {
          expect(await asAnon(db, ({ attempt }) => attempt(use))).toMatchObject(refused)
          expect(await asUser(db, user, ({ attempt }) => attempt(use))).toMatchObject(refused)
          expect(await asService(db, ({ attempt }) => attempt(use))).toMatchObject(refused)
        }
        expect(
          await db.query(sql`
            select n.nspacl::text as acl, array(
              select c.relacl::text from pg_catalog.pg_class as c
              where c.relnamespace = n.oid and c.relkind in ('r', 'S') and c.relacl::text not in ('{postgres=arwdDxtm/postgres}', '{postgres=arwdDxt/postgres}', '{postgres=rwU/postgres}')
            ) as others
            from pg_catalog.pg_namespace as n
            where n.nspname = 'schema_journal'
          `),
        ).toEqual([{ acl: '{postgres=UC/postgres}', others: [] }])
      })
    })
  },
)
