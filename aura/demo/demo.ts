import { UserError } from '../../src/errors.ts'
import { openLocal } from '../../src/commands/db.ts'
import type { Context } from '../../src/files/context.ts'
import { sql, withSession } from '../../src/postgres/connect.ts'
import { describeUrl } from '../../src/postgres/url.ts'
import { withAdvisoryLock } from '../../src/workbench/scratch/advisory-lock.ts'
import { withOpen } from '../../src/proof/state.ts'
import type { DemoDatabase } from './caller.ts'
import { makeKeyRing } from './cast.ts'
import { cleanUp } from './clean-up.ts'
import { withFeed } from './feed.ts'
import { play } from './play.ts'
import type { DemoStep } from './play.ts'
import { storyOf } from './story.ts'

/** The story as it was played. */
export interface DemoResult {
  readonly address: string
  readonly steps: readonly DemoStep[]
  readonly milliseconds: number
}

/** What ends a run early, and who hears what it does. */
export interface DemoRun {
  readonly signal: AbortSignal
  readonly say: (text: string) => void
}

/** Plays the story on the local database, which is started when it is not running. Errors as runDemo. */
export async function demoCommand(context: Context, signal: AbortSignal): Promise<DemoResult> {
  const { url, server } = await openLocal(context)
  const name = decodeURIComponent(new URL(url).pathname.slice(1))
  const database = { url, adminUrl: server.adminUrl(name) }
  return runDemo(database, { signal, say: context.talk.step })
}

/**
 * Plays the story on a database and removes what it made, in whatever way it ends; what a killed run left is removed
 * first. One run at a time: others wait. Throws UserError for a database without the migrations, and an error where the
 * database answers otherwise than the story says.
 */
export async function runDemo(database: DemoDatabase, run: DemoRun): Promise<DemoResult> {
  const start = performance.now()
  await checkMigrated(database)
  const steps = await withAdvisoryLock(database.adminUrl, 'demo', async () => {
    await cleanUp(database)
    try {
      run.say('subscribing: PostgreSQL waits for open transactions that write')
      return await withFeed(database.url, async (feed) =>
        withOpen(database, async (open) => play(open, storyOf(feed, makeKeyRing()), run)),
      )
    } finally {
      await cleanUp(database)
    }
  })
  const milliseconds = Math.round(performance.now() - start)
  return { address: describeUrl(database.url), steps, milliseconds }
}

async function checkMigrated({ url }: DemoDatabase): Promise<void> {
  const [row] = await withSession(url, async (session) =>
    session.query(sql`
      select pg_catalog.to_regproc('public.get_document_statistics') is not null as there
    `),
  )
  if (row.there === true) return
  throw new UserError('The local database lacks migrations: npm run apply, then npm run demo.')
}
