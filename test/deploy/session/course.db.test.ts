import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { applyCommand } from '../../../src/commands/apply.ts'
import { rollbackCommand } from '../../../src/commands/rollback.ts'
import { statusCommand } from '../../../src/commands/status.ts'
import { messageOf } from '../../../src/errors.ts'
import { sendText, sql, withSession } from '../../../src/postgres/connect.ts'
import { plain } from '../../../src/report/paint.ts'
import { renderStatus } from '../../../src/report/status.ts'
import type { TestDatabase } from '../../support/database.ts'
import { withSmallWorld } from '../../support/small-project.ts'
import type { SmallWorld } from '../../support/small-project.ts'
import { usual, usualRollback } from '../../support/target.ts'

const sleep = 'select pg_catalog.pg_sleep(60);\n'

/** What is written into the history calls what takes its time at COMMIT. */
const slowEnd = `create function public.wait() returns trigger language plpgsql as $$
begin
  perform pg_catalog.pg_sleep(60);
  return null;
end
$$;
create constraint trigger wait after insert on public.notes
  deferrable initially deferred for each row execute function public.wait();
create function public.defer() returns trigger language plpgsql as $$
begin
  set constraints all deferred;
  insert into public.notes default values;
  return null;
end
$$;
create trigger defer after insert on atlas_schema_revisions.atlas_schema_revisions
  for each row execute function public.defer();
`

describe('a run whose session is ended', () => {
  it('says which files are in, which is not, and the command that goes on', async () => {
    await withSmallWorld(async (world) => {
      await write(world, { 'migrations/002_bodies.sql': sleep })
      const { context, db } = world
      const run = applyCommand(context, { ...usual, flags: ['--lock-timeout 5'] })
      const [told] = await Promise.all([
        run.catch(messageOf),
        terminate(db, "a.wait_event = 'PgSleep'"),
      ])
      expect(told).toBe(
        `${addressOf(db)}: the server closed the connection: it was shut down, or an administrator ended the session. ` +
          'Applied: 001_notes. Not applied: 002_bodies. Continue with: npm run apply test 002 -- --lock-timeout 5',
      )
    })
  })

  it('says that a file is uncertain whose COMMIT was sent and not answered', async () => {
    await withSmallWorld(async (world) => {
      await write(world, { 'migrations/002_bodies.sql': slowEnd })
      const { context, db } = world
      const run = applyCommand(context, usual)
      const [told] = await Promise.all([
        run.catch(messageOf),
        terminate(db, "a.wait_event = 'PgSleep' and a.query = 'commit'"),
      ])
      expect(told).toMatch(
        /: the server closed the connection: .*\. Applied: 001_notes\. Uncertain: 002_bodies, since the answer to its COMMIT was lost; the next run sees in the history whether it is in\. Continue with: npm run apply test 002$/,
      )
    })
  })

  it('says of a rollback by steps the version at which it ends', async () => {
    await withSmallWorld(async (world) => {
      await write(world, {
        'migrations/down/001_notes.sql':
          'drop table public.notes;\nselect pg_catalog.pg_sleep(0.4);\n',
      })
      const { context, db } = world
      await applyCommand(context, usual)
      const run = rollbackCommand(context, {
        ...usualRollback,
        allowDataLoss: true,
        to: { kind: 'steps', steps: 2 },
      })
      const [told] = await Promise.all([
        run.catch(messageOf),
        terminate(db, "a.application_name like '%rollback 2/2 001_notes'"),
      ])
      expect(told).toMatch(
        /Rolled back: 002_bodies\. Still applied: 001_notes\. Continue with: npm run rollback test none$/,
      )
    })
  })
})

describe('a file that fails behind others', () => {
  it('is told with those that are in', async () => {
    await withSmallWorld(async (world) => {
      await write(world, { 'migrations/002_bodies.sql': 'select nothing;\n' })
      expect(await applyCommand(world.context, usual).catch(messageOf)).toMatch(
        /002_bodies\.sql:1:8: .*\nApplied: 001_notes\. Not applied: 002_bodies\. Continue with: npm run apply test 002$/s,
      )
    })
  })
})

describe('the first file of a run', () => {
  it('is told with the command when it fails, and that nothing was changed', async () => {
    await withSmallWorld(async (world) => {
      const { context } = world
      await write(world, { 'migrations/001_notes.sql': 'select nothing;\n' })
      expect(await applyCommand(context, usual).catch(messageOf)).toMatch(
        /001_notes\.sql:1:8: .*\nNothing was changed\. Continue with: npm run apply test 002$/s,
      )
    })
  })

  it('is told with the command when a part of it is done', async () => {
    await withSmallWorld(async (world) => {
      const { context } = world
      const text = '-- atlas:txmode none\n\ncreate table public.notes (id int);\nselect nothing;\n'
      await write(world, { 'migrations/001_notes.sql': text })
      expect(await applyCommand(context, usual).catch(messageOf)).toMatch(
        /001_notes\.sql:4:8: .*\n1 of its 2 statements are done and recorded; what is not done yet may be changed in the file\.\nNot applied: 001_notes \(those of its statements that are done are recorded\)\. Continue with: npm run apply test 002$/s,
      )
    })
  })

  it('is refused with the command that allows what it loses', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await applyCommand(context, usual)
      await db.text("insert into public.notes (body) values ('a')")
      const to = { kind: 'version', version: '001' } as const
      expect(await rollbackCommand(context, { ...usualRollback, to }).catch(messageOf)).toMatch(
        /\nNothing was changed\. Save what is needed, or have it kept: -- --archive\. Run the same command again with -- --allow-data-loss\.$/,
      )
    })
  })
})

describe('status', () => {
  it('says who migrates, at which file, since when, and whom that waits for', async () => {
    await withSmallWorld(async ({ context, db }) => {
      await applyCommand(context, { ...usual, version: '001' })
      await withSession(
        db.url,
        async (blocker) => {
          await sendText(
            blocker,
            "begin; lock table public.notes in row exclusive mode; select 's3cret'",
          )
          const run = applyCommand(context, { ...usual, limits: { ...usual.limits, lock: 20_000 } })
          const status = await waiting(async () => statusCommand(context, 'test'))
          await sendText(blocker, 'rollback')
          await run
          expect(status.running).toEqual({
            holder: {
              pid: expect.any(Number),
              user: 'postgres',
              application: 'aura-database apply 1/1 002_bodies',
              state: 'active',
              statement: 'alter table',
              since: expect.stringMatching(/^20/),
            },
            work: { verb: 'apply', file: '002_bodies', index: 1, count: 1 },
            waitingFor: [
              {
                pid: expect.any(Number),
                user: 'postgres',
                application: 'the other one',
                state: 'idle in transaction',
                statement: 'begin',
                since: expect.stringMatching(/^20/),
              },
            ],
          })
          const text = renderStatus(status, plain).split('\n').slice(3, 6)
          expect(text).toEqual([
            expect.stringMatching(
              /^apply of 002_bodies \(1 of 1\) is running: process \d+, user postgres, application aura-database apply 1\/1 002_bodies: alter table, active since .* UTC$/,
            ),
            expect.stringMatching(
              /^ {2}it waits for process \d+, user postgres, application the other one: begin, idle in transaction since .* UTC$/,
            ),
            expect.stringMatching(
              /^ {2}to end that one: select pg_catalog\.pg_terminate_backend\(\d+\);$/,
            ),
          ])
        },
        { applicationName: 'the other one' },
      )
      expect(await statusCommand(context, 'test')).toMatchObject({ running: undefined })
    })
  })
})

async function waiting(
  ask: () => ReturnType<typeof statusCommand>,
): ReturnType<typeof statusCommand> {
  for (let asked = 0; asked < 200; asked += 1) {
    const status = await ask()
    if (status.running !== undefined && status.running.waitingFor.length > 0) return status
    await setTimeout(5)
  }
  throw new Error('nobody waited')
}

async function write(
  { project, seal }: SmallWorld,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [path, text] of Object.entries(files)) await project.write(path, text)
  await seal()
}

/** Ends the session that migrates as soon as that is so of it. */
async function terminate(db: TestDatabase, condition: string): Promise<void> {
  for (let asked = 0; asked < 2000; asked += 1) {
    const ended = await db.superuser.query(sql`
      select pg_catalog.pg_terminate_backend(a.pid)
      from pg_catalog.pg_stat_activity as a
      where a.datname = ${db.name} and ${sql.__dangerous__rawValue(condition)}
    `)
    if (ended.length > 0) return
    await setTimeout(5)
  }
  throw new Error('that was never so')
}

function addressOf({ url }: TestDatabase): string {
  const { username, host, pathname } = new URL(url)
  return `${username}@${host}${pathname}`
}
