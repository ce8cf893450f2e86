import { describe, expect, it } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { driftCommand } from '../../src/commands/drift.ts'
import { hashCommand } from '../../src/commands/hash.ts'
import { rollbackCommand } from '../../src/commands/rollback.ts'
import { messageOf } from '../../src/errors.ts'
import { sendText, withSession } from '../../src/postgres/connect.ts'
import { withUser } from '../../src/postgres/url.ts'
import { withTestDatabase } from '../support/database.ts'
import { withProject } from '../support/project.ts'
import { longer } from '../support/sample.ts'
import { withSmallWorld } from '../support/small-project.ts'
import { contextFor, usual, usualRollback } from '../support/target.ts'

const checked = { ...usual, allowDrift: false }
const back = { ...usualRollback, allowDrift: false, to: { kind: 'steps', steps: 1 } } as const

/** What new objects grant by themselves depends on the role that makes them. */
const closed = `create table public.notes (id bigint generated always as identity constraint notes_pkey primary key);
revoke all on table public.notes from anon, authenticated, service_role;
revoke all on sequence public.notes_id_seq from anon, authenticated, service_role;
`

const drifted = (address: string): string =>
  [
    `${address}: the database is not what its history makes: it drifted.`,
    '  columns: not expected: public.notes.mood',
    'Nothing was changed. All of it, with the SQL both ways: npm run drift test',
    'If somebody ran 002_bodies.sql by hand: npm run resolve test 002 applied',
    'To keep it in the migrations, apply what is pending, then: npm run drift test -- --accept',
    'It can stay as it is. Run the same command again with -- --allow-drift.',
  ].join('\n')

describe('the drift check of apply and rollback', () => {
  it('names what somebody changed, and nothing runs unless that is allowed', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await applyCommand(context, { ...checked, version: '001' })
      await db.text('alter table public.notes add column mood text')
      // Nothing is pending up to there.
      await applyCommand(context, { ...checked, version: '001' })
      const address = new URL(db.url)
      const told = drifted(`postgres@${address.host}${address.pathname}`)
      expect(await applyCommand(context, checked).catch(messageOf)).toBe(told)
      expect(await applyCommand(context, { ...checked, dryRun: true }).catch(messageOf)).toBe(told)
      expect(await rollbackCommand(context, back).catch(messageOf)).toBe(told)
      expect(await applyCommand(context, usual)).toMatchObject({ current: '002' })
    })
  })

  it('sees what changes between the comparison and the lock', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await applyCommand(context, { ...checked, version: '001' })
      await withSession(db.url, async (other) => {
        await sendText(other, 'select pg_catalog.pg_advisory_lock(2686470616)')
        const note = (text: string): void => {
          if (!text.startsWith('waiting')) return
          void sendText(
            other,
            `create trigger late after insert on auth.users for each row execute function pg_catalog.suppress_redundant_updates_trigger();
            comment on table public.notes is 'changed';
            select pg_catalog.pg_advisory_unlock(2686470616)`,
          )
        }
        const talk = { ...context.talk, note }
        const said = applyCommand({ ...context, talk }, { ...checked, lockWait: 5000 })
        expect(await said.catch(messageOf)).toContain(
          'somebody changed the database while it was being compared with its history. Nothing was changed by this run.',
        )
      })
      expect(await applyCommand(context, usual)).toMatchObject({ current: '002' })
    })
  })

  it.skipIf(longer.skip)(
    'takes what the platform and other roles have their way for no drift',
    async () => {
      await withSmallWorld(async ({ db, project, seal }) => {
        await project.write('migrations/001_notes.sql', closed)
        await seal()
        const role = `deployer_${db.name}`
        await sendText(
          db.superuser,
          `create role ${role} login password 'x' in role service_role;
        grant create, connect on database ${db.name} to ${role};
        grant all on schema public to ${role};
        create publication platforms for table auth.users;
        create extension if not exists citext with schema extensions;`,
        )
        const theirs = await contextFor(withUser(db.url, role, 'x'), await project.load())
        await applyCommand(theirs, { ...checked, version: '001' })
        // By the role that applied, and by a superuser.
        expect(await applyCommand(theirs, { ...checked, dryRun: true })).toMatchObject({
          pending: [{ version: '002' }],
        })
        const superusers = await contextFor(db.adminUrl, await project.load())
        expect(await applyCommand(superusers, checked)).toMatchObject({ current: '002' })
        expect(await rollbackCommand(superusers, back)).toMatchObject({ current: '001' })
        await sendText(db.superuser, `drop owned by ${role} cascade; drop role ${role}`)
      })
    },
  )

  it.skipIf(longer.skip)('takes older default privileges for no drift', async () => {
    await withProject(async (project) => {
      await withTestDatabase({ kind: 'platform', mode: 'legacy' }, async (db) => {
        const context = await contextFor(db.url, await project.load())
        await hashCommand(context)
        await applyCommand(context, { ...checked, version: '001' })
        expect(await applyCommand(context, checked)).toMatchObject({ current: '002' })
        await db.text('revoke select on public.notes from anon')
        expect((await driftCommand(context, 'test')).done).toMatchObject([
          { statements: [{ sql: 'revoke select on table public.notes from anon' }] },
        ])
      })
    })
  })

  it.skipIf(longer.skip)('takes large objects of an application for no drift', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await applyCommand(context, { ...checked, version: '001' })
      await db.text('select pg_catalog.lo_create(4711)')
      expect(await applyCommand(context, checked)).toMatchObject({ current: '002' })
    })
  })

  it.skipIf(longer.skip)('has nothing to say of what another tool left half done', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await applyCommand(context, { ...checked, version: '001' })
      await db.text(`alter table public.notes add column half text;
        insert into atlas_schema_revisions.atlas_schema_revisions
          (version, description, applied, total, executed_at, execution_time, hash, operator_version)
        values ('002', 'bodies', 1, 2, now(), 0, '', 'atlas')`)
      expect(await applyCommand(context, checked).catch(messageOf)).toContain(
        'stopped after 1 of 2 statements',
      )
    })
  })

  it.skipIf(longer.skip)('says how to go on where there is nothing to compare with', async () => {
    await withSmallWorld(async ({ context }) => {
      await applyCommand(context, { ...checked, version: '001' })
      const variables = { ...context.variables, WORKBENCH_URL: '', WORKBENCH: 'none' }
      expect(await applyCommand({ ...context, variables }, checked).catch(messageOf)).toBe(
        'WORKBENCH=none: no such workbench. It is embedded (the default) or container; or set WORKBENCH_URL.\n' +
          'So the database could not be compared with its history, and nothing was changed. It can be left out. Run the same command again with -- --allow-drift.',
      )
    })
  })

  it.skipIf(longer.skip)('takes the work of others who apply at once for no drift', async () => {
    await withSmallWorld(async ({ context, project, seal }) => {
      await project.write(
        'migrations/003_titles.sql',
        'alter table public.notes add column title text;\n',
      )
      await seal()
      await applyCommand(context, { ...checked, version: '001' })
      const all = await Promise.all(
        Array.from({ length: 6 }, async () =>
          applyCommand(context, { ...checked, lockWait: 60_000 }).catch(messageOf),
        ),
      )
      const versions = all.flatMap((each) =>
        typeof each === 'string' ? [each] : each.applied.map(({ version }) => version),
      )
      expect(versions).toEqual(['002', '003'])
    })
  })
})
