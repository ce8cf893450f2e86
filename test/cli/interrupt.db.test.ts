import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { readHistory } from '../../src/deploy/history/history.ts'
import { startProgram, startVerb } from '../support/cli.ts'
import type { Ran, Running } from '../support/cli.ts'
import { sql } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { longer } from '../support/sample.ts'
import { withSmallWorld } from '../support/small-project.ts'
import type { SmallWorld } from '../support/small-project.ts'
import { usual } from '../support/target.ts'

const home = join(import.meta.dirname, '../..')

/** The second file of each direction takes its time. */
async function withSlowWorld(use: (world: SmallWorld) => Promise<void>): Promise<void> {
  await withSmallWorld(async (world) => {
    const slow = 'select pg_catalog.pg_sleep(60);\n'
    await world.project.write(
      'migrations/002_bodies.sql',
      `alter table public.notes add column body text;\n${slow}`,
    )
    await world.project.write('migrations/down/001_notes.sql', `drop table public.notes;\n${slow}`)
    await world.project.write('migrations/003_more.sql', 'select 1;\n')
    await world.seal()
    await use(world)
  })
}

describe('an interrupt', () => {
  it('cancels what runs, keeps whole files, and says where things stand and what goes on', async () => {
    await withSlowWorld(async (world) => {
      const running = await startSlowly(world, ['test'])
      const ended = await endBy(running, 'SIGINT')
      expect(ended).toEqual({
        code: 130,
        signal: null,
        stdout: '',
        last: [
          'Interrupted (SIGINT). Cleaning up. Interrupt again to end at once.',
          `${addressOf(world.db)}: Applied: 001_notes. Not applied: 002_bodies. Continue with: npm run apply test 003`,
        ],
      })
      // The server hears of the end a moment later, where a proxy stands in between.
      await expect.poll(() => stateOf(world.db)).toEqual({ current: '001', others: 0 })
    })
  })

  it('that npm passes on too is one', async () => {
    await withSlowWorld(async (world) => {
      const running = await startSlowly(world, ['test'])
      const ending = endBy(running, 'SIGTERM')
      await setTimeout(20)
      running.child.kill('SIGTERM')
      expect(await ending).toMatchObject({
        code: 143,
        last: [
          'Interrupted (SIGTERM). Cleaning up. Interrupt again to end at once.',
          `${addressOf(world.db)}: Applied: 001_notes. Not applied: 002_bodies. Continue with: npm run apply test 003`,
        ],
      })
    })
  })

  it.skipIf(longer.skip)('of npm alone, by force, ends the tool as SIGTERM does', async () => {
    await withSlowWorld(async (world) => {
      const { project, db } = world
      const script = `${process.execPath} ${home}/scripts/apply.ts`
      await project.write(
        'package.json',
        JSON.stringify({ name: 'small', version: '1.0.0', scripts: { apply: script } }),
      )
      const running = startProgram(['npm', 'run', '--silent', 'apply', 'test'], {
        cwd: project.root,
        env: { TEST_DATABASE_URL: db.url },
      })
      await sleeps(db)
      running.child.kill('SIGKILL')
      // Its streams are the tool's too: they close when that has ended.
      const { signal, stderr } = await running.ran
      expect({ signal, last: lastOf(stderr) }).toEqual({
        signal: 'SIGKILL',
        last: [
          'Interrupted (SIGTERM). Cleaning up. Interrupt again to end at once.',
          `${addressOf(db)}: Applied: 001_notes. Not applied: 002_bodies. Continue with: npm run apply test 003`,
        ],
      })
      await expect.poll(() => stateOf(db)).toEqual({ current: '001', others: 0 })
    })
  })
})

describe('what ends a verb that only reads', { skip: longer.skip }, () => {
  it.each<[string, readonly string[], string]>([
    ['status', ['test', '--journal'], 'npm run status test -- --journal'],
    ['rollback', ['test', 'none', '--dry-run'], 'npm run rollback test none -- --dry-run'],
  ])('%s says the command that goes on', async (verb, words, again) => {
    await withSmallWorld(async (world) => {
      const { context, db, project } = world
      await applyCommand(context, usual)
      const start = (): Running =>
        startVerb(verb, { cwd: project.root, words, env: { TEST_DATABASE_URL: db.url } })
      await db.superuser.tx(async (tx) => {
        await tx.query(sql`lock table atlas_schema_revisions.atlas_schema_revisions`)
        const interrupted = start()
        await waiting(db, 1)
        expect((await endBy(interrupted, 'SIGINT')).last).toEqual([
          `Interrupted (SIGINT). What was finished stays. What was running is rolled back. Continue with: ${again}`,
        ])
        await waiting(db, 0)
        const cut = start()
        await waiting(db, 1)
        await db.superuser.query(sql`
          select pg_catalog.pg_terminate_backend(a.pid)
          from pg_catalog.pg_stat_activity as a
          where a.datname = ${db.name} and a.wait_event_type = 'Lock'
        `)
        const { code, stderr } = await cut.ran
        expect({ code, said: lastOf(stderr) }).toEqual({
          code: 1,
          said: [
            `${addressOf(db)}: the server closed the connection: it was shut down, or an administrator ended the session. Continue with: ${again}`,
          ],
        })
      })
    })
  })
})

/** Until so many sessions wait for a lock. */
async function waiting(db: TestDatabase, count: number): Promise<void> {
  await expect
    .poll(
      async () => {
        const rows = await db.superuser.query(sql`
          select from pg_catalog.pg_stat_activity as a
          where a.datname = ${db.name} and a.wait_event_type = 'Lock'
        `)
        return rows.length
      },
      { timeout: 10_000, interval: 20 },
    )
    .toBe(count)
}

/** Starts apply, and waits until its second file runs. */
async function startSlowly(
  { project, db }: SmallWorld,
  words: readonly string[],
): Promise<Running> {
  const running = startVerb('apply', {
    cwd: project.root,
    words,
    env: { TEST_DATABASE_URL: db.url },
  })
  await sleeps(db)
  return running
}

async function sleeps(db: TestDatabase): Promise<void> {
  for (let asked = 0; asked < 2000; asked += 1) {
    const rows = await db.superuser.query(sql`
      select from pg_catalog.pg_stat_activity as a
      where a.datname = ${db.name} and a.wait_event = 'PgSleep'
    `)
    if (rows.length > 0) return
    await setTimeout(5)
  }
  throw new Error('the file never ran')
}

async function endBy(
  { child, ran }: Running,
  signal: NodeJS.Signals,
): Promise<Omit<Ran, 'stderr'> & { readonly last: readonly string[] }> {
  child.kill(signal)
  const { stderr, ...rest } = await ran
  return { ...rest, last: lastOf(stderr) }
}

function lastOf(stderr: string): string[] {
  return stderr.trimEnd().split('\n').slice(-2)
}

/** What the history says, and how many sessions are left besides the test's own. */
async function stateOf(db: TestDatabase): Promise<unknown> {
  const { atlas = [] } = await db.owner.task(readHistory)
  const others = await db.superuser.query(sql`
    select from pg_catalog.pg_stat_activity as a
    where a.datname = ${db.name} and a.application_name like 'aura-database%'
  `)
  return { current: atlas.at(-1)?.version, others: others.length }
}

function addressOf({ url }: TestDatabase): string {
  const { username, host, pathname } = new URL(url)
  return `${username}@${host}${pathname}`
}
