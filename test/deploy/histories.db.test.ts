import { describe, expect, it } from 'vitest'
import { longer } from '../support/sample.ts'
import { applyCommand } from '../../src/commands/apply.ts'
import { rollbackCommand } from '../../src/commands/rollback.ts'
import { statusCommand } from '../../src/commands/status.ts'
import { verifyCommand } from '../../src/commands/verify.ts'
import { readHistory } from '../../src/deploy/history/history.ts'
import { messageOf } from '../../src/errors.ts'
import { loadMigrations } from '../../src/files/migrations.ts'
import { withUser } from '../../src/postgres/url.ts'
import { sql } from '../support/database.ts'
import { withSmallWorld } from '../support/small-project.ts'
import { contextFor, usual, usualRollback } from '../support/target.ts'

/** As a newer Atlas might make it: with a column that this tool does not know. */
const atlasTable = `
  create schema atlas_schema_revisions;
  create table atlas_schema_revisions.atlas_schema_revisions (
    version character varying not null primary key,
    description character varying not null,
    type bigint not null default 2,
    applied bigint not null default 0,
    total bigint not null default 0,
    executed_at timestamp with time zone not null,
    execution_time bigint not null,
    error text,
    error_stmt text,
    hash character varying not null,
    partial_hashes jsonb,
    operator_version character varying not null,
    something_new text
  );
`

const noteTable = `
  create table public.notes (
    id bigint generated always as identity,
    constraint notes_pkey primary key (id)
  );
`

describe('the history of Atlas', () => {
  it('goes on from what its own `migrate apply` wrote, in the forms that it writes', async () => {
    await withSmallWorld(async ({ context, db, project, seal }) => {
      await project.write(
        'migrations/003_more.sql',
        'alter table public.notes add column more int;\n',
      )
      await project.write(
        'migrations/down/003_more.sql',
        'alter table public.notes drop column more;\n',
      )
      await seal()
      const [first, second] = (await loadMigrations(context.project.folders.migrations)).migrations
      // Texts that say nothing are empty, not null; hashes of statements are the JSON null when a file is through.
      await db.text(`${noteTable}
        alter table public.notes add column body text not null;
        ${atlasTable}
        insert into atlas_schema_revisions.atlas_schema_revisions
          (version, description, type, applied, total, executed_at, execution_time, error, error_stmt, hash, partial_hashes, operator_version)
        values
          ('.atlas_cloud_identifier', '', 0, 0, 0, now(), 0, '', '', '', 'null', ''),
          ('001', 'notes', 2, 1, 1, now(), 1234567, '', '', '${first?.hash ?? ''}', 'null', 'Atlas CLI v1.2.3-abc-canary'),
          ('002', 'bodies', 6, 0, 1, now(), 0, 'pq: no such table', 'alter table', '${second?.hash ?? ''}', '["h1:x"]', 'Atlas CLI v1.2.3');
      `)
      expect(await statusCommand(context, 'test')).toMatchObject({
        state: 'pending',
        current: '002',
        refusals: [],
      })
      expect(await applyCommand(context, usual)).toMatchObject({ applied: [{ version: '003' }] })
      const to = { ...usualRollback, to: { kind: 'version', version: '001' } } as const
      expect(await rollbackCommand(context, to)).toMatchObject({ current: '001' })
      expect(await verifyCommand(context, 'test')).toMatchObject({ same: true, current: '001' })
    })
  })

  it('is not gone on from where it says that a file stopped half way', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await db.text(`${noteTable} ${atlasTable}
        insert into atlas_schema_revisions.atlas_schema_revisions
          (version, description, type, applied, total, executed_at, execution_time, error, error_stmt, hash, partial_hashes, operator_version)
        values ('001', 'notes', 2, 1, 2, now(), 0, '', '', '', '["h1:x"]', 'Atlas CLI v1.2.3');
      `)
      const sentence =
        'version 001 stopped after 1 of 2 statements. Finish or undo it with the tool that began it.'
      expect(await applyCommand(context, usual).catch(messageOf)).toBe(sentence)
      expect(await statusCommand(context, 'test')).toMatchObject({
        state: 'unclear',
        refusals: [sentence],
      })
    })
  })

  it.skipIf(longer.skip)(
    'counts from its baseline: all before that is applied, and gets its rows',
    async () => {
      await withSmallWorld(async ({ context, db, project, seal }) => {
        await project.write(
          'migrations/003_more.sql',
          'alter table public.notes add column more int;\n',
        )
        await project.write(
          'migrations/down/003_more.sql',
          'alter table public.notes drop column more;\n',
        )
        await seal()
        await db.text(`${noteTable}
        alter table public.notes add column body text not null;
        ${atlasTable}
        insert into atlas_schema_revisions.atlas_schema_revisions
          (version, description, type, executed_at, execution_time, hash, operator_version)
        values
          ('.atlas_cloud_identifier', '', 2, now(), 0, '', ''),
          ('002', 'bodies', 1, now(), 0, '', 'Atlas CLI v1.2.3');
      `)
        expect(await statusCommand(context, 'test')).toMatchObject({
          state: 'pending',
          current: '002',
          versions: [
            { version: '001', applied: true, baseline: true, histories: [] },
            { version: '002', applied: true, baseline: true, histories: ['atlas'] },
            { version: '003', applied: false, baseline: false, histories: [] },
          ],
        })
        expect(await applyCommand(context, usual)).toMatchObject({
          recorded: ['001'],
          applied: [{ version: '003' }],
        })
        const to = { ...usualRollback, to: { kind: 'version', version: '001' } } as const
        expect(await rollbackCommand(context, to)).toMatchObject({ current: '001' })
        const { atlas } = await db.owner.task(readHistory)
        expect(atlas).toMatchObject([{ version: '001', type: 1 }])
      })
    },
  )

  it.skipIf(longer.skip)(
    'keeps the rows before its baseline when that is rolled back at once',
    async () => {
      await withSmallWorld(async ({ context, db }) => {
        await db.text(`${noteTable}
        alter table public.notes add column body text not null;
        ${atlasTable}
        insert into atlas_schema_revisions.atlas_schema_revisions
          (version, description, type, executed_at, execution_time, hash, operator_version)
        values ('002', 'bodies', 1, now(), 0, '', 'Atlas CLI v1.2.3');
      `)
        const to = { ...usualRollback, to: { kind: 'version', version: '001' } } as const
        expect(await rollbackCommand(context, to)).toMatchObject({ current: '001' })
        expect(await statusCommand(context, 'test')).toMatchObject({
          state: 'pending',
          current: '001',
        })
      })
    },
  )

  it('is written by a user who may write its table and may make nothing in its schema', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await db.text(atlasTable)
      const role = `writer_${db.name.replaceAll(/\W/g, '_')}`
      const name = db.name
      await db.superuser.query([
        sql.__dangerous__rawValue(`
          create role ${role} login password 'w';
          grant create on database "${name}" to ${role};
          grant create on schema public to ${role};
          grant usage on schema atlas_schema_revisions to ${role};
          grant select, insert on all tables in schema atlas_schema_revisions to ${role};
        `),
      ])
      try {
        const other = await contextFor(withUser(db.url, role, 'w'), context.project)
        expect(await applyCommand(other, usual)).toMatchObject({ current: '002' })
      } finally {
        await db.superuser.query([
          sql.__dangerous__rawValue(`drop owned by ${role}; drop role ${role};`),
        ])
      }
    })
  })

  it.each([
    ['a migration', 'drop schema atlas_schema_revisions cascade;'],
    ['a migration that empties it', 'truncate atlas_schema_revisions.atlas_schema_revisions;'],
  ])('is not taken away by %s', async (_what, text) => {
    await withSmallWorld(async ({ context, project, seal }) => {
      await project.write('migrations/002_bodies.sql', `${text}\n`)
      await seal()
      expect(await applyCommand(context, usual).catch(messageOf)).toMatch(
        /002_bodies\.sql: removes the history of migrations \(of 001\), which no migration may touch\. The file was rolled back\.\nApplied: 001_notes\. Not applied: 002_bodies\. Continue with: npm run apply test 002$/,
      )
      expect(await statusCommand(context, 'test')).toMatchObject({ current: '001' })
    })
  })

  it('is kept also where the Supabase CLI’s alone is dropped', async () => {
    await withSmallWorld(async ({ context, db, project, seal }) => {
      await db.text(`
        create schema supabase_migrations;
        create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text);
      `)
      await project.write('migrations/002_bodies.sql', 'drop schema supabase_migrations cascade;\n')
      await seal()
      expect(await applyCommand(context, usual).catch(messageOf)).toMatch(
        /002_bodies\.sql: removes the history of migrations \(of 001\), which no migration may touch/,
      )
    })
  })

  it.each(['pg_advisory_unlock_all()', 'pg_advisory_unlock(2686470616)'])(
    'is not written by a file that gives the lock away: %s',
    async (call) => {
      await withSmallWorld(async ({ context, db, project, seal }) => {
        await project.write(
          'migrations/002_bodies.sql',
          `create table public.gone (id int);\nselect ${call};\n`,
        )
        await seal()
        expect(await applyCommand(context, usual).catch(messageOf)).toMatch(
          /002_bodies\.sql: gives away the lock that keeps other migrations out \(pg_advisory_unlock, pg_advisory_unlock_all\), which no migration may touch\. The file was rolled back\./,
        )
        expect(await db.query(sql`select to_regclass('public.gone') as gone`)).toEqual([
          { gone: null },
        ])
        expect(await statusCommand(context, 'test')).toMatchObject({ current: '001' })
      })
    },
  )

  it('is not taken away by a down file', async () => {
    await withSmallWorld(async ({ context, project }) => {
      await applyCommand(context, usual)
      await project.write(
        'migrations/down/002_bodies.sql',
        'drop schema if exists atlas_schema_revisions cascade;\n',
      )
      const to = { ...usualRollback, to: { kind: 'version', version: '001' } } as const
      expect(
        await rollbackCommand(context, { ...to, allowDataLoss: true }).catch(messageOf),
      ).toMatch(/down\/002_bodies\.sql: removes the history of migrations \(of 001, 002\)/)
      expect(await statusCommand(context, 'test')).toMatchObject({ current: '002' })
    })
  })
})

it('a version that the database has under another name is told as that, by every verb', async () => {
  await withSmallWorld(async ({ context, db, project, seal }) => {
    await applyCommand(context, usual)
    await project.remove('migrations/002_bodies.sql')
    await project.remove('migrations/down/002_bodies.sql')
    await project.write(
      'migrations/002_titles.sql',
      'alter table public.notes add column title text;\n',
    )
    await project.write(
      'migrations/down/002_titles.sql',
      'alter table public.notes drop column title;\n',
    )
    await seal()
    const sentence =
      'the database has 002 as bodies, this checkout as titles. Two branches took one number, or the file was renamed after it was applied. ' +
      'If it was renamed, restore its old name. Otherwise bring 002_bodies.sql here, and give yours the next free version: npm run renumber 002_titles'
    const to = { ...usualRollback, to: { kind: 'version', version: '001' } } as const
    const said = await Promise.all([
      applyCommand(context, usual).catch(messageOf),
      verifyCommand(context, 'test').catch(messageOf),
    ])
    // Where the journal has its down file, it can be rolled back from here.
    await db.text('delete from schema_journal.files')
    expect([...said, await rollbackCommand(context, to).catch(messageOf)]).toEqual([
      sentence,
      sentence,
      sentence,
    ])
    const { versions, ...rest } = await statusCommand(context, 'test')
    expect(rest).toMatchObject({ state: 'unclear', current: '002', refusals: [sentence] })
    expect(versions).toMatchObject([
      { version: '001', name: 'notes', inFolder: true, recordedAs: null, applied: true },
      { version: '002', name: 'titles', inFolder: true, recordedAs: 'bodies', applied: true },
    ])
    // The Supabase CLI's table may be the only one that knows a name.
    await db.text(`
      create schema supabase_migrations;
      create table supabase_migrations.schema_migrations (version text primary key, name text);
      insert into supabase_migrations.schema_migrations values ('001', 'notes'), ('002', 'bodies');
      drop schema atlas_schema_revisions cascade;
    `)
    expect(await applyCommand(context, usual).catch(messageOf)).toBe(sentence)
  })
})

it('a history in another form is told as that', async () => {
  await withSmallWorld(async ({ context, db }) => {
    await db.text(`
      create schema supabase_migrations;
      create table supabase_migrations.schema_migrations (id bigint);
    `)
    expect(await statusCommand(context, 'test').catch(messageOf)).toBe(
      'supabase_migrations.schema_migrations: not in the form that its tool gives it: column "version" does not exist. Was it created by hand, or by a very old version?',
    )
  })
})

it('the Supabase CLI’s table of old versions gets the columns that it lacks', async () => {
  await withSmallWorld(async ({ context, db }) => {
    await db.text(`
      create schema supabase_migrations;
      create table supabase_migrations.schema_migrations (version text primary key);
    `)
    expect(await applyCommand(context, usual)).toMatchObject({ current: '002' })
    expect(
      await db.query(sql`
        select version, name, cardinality(statements) as count
        from supabase_migrations.schema_migrations
        order by version
      `),
    ).toEqual([
      { version: '001', name: 'notes', count: 1 },
      { version: '002', name: 'bodies', count: 1 },
    ])
  })
})
