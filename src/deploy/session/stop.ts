import { setTimeout as sleep } from 'node:timers/promises'
import { UserError, sameCommand } from '../../errors.ts'
import { sql, withSession } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'

/** Work that somebody stopped: what it has come to. */
export class Interrupted extends UserError {}

/** How long a session may take to end what it does, in milliseconds: a network that is frozen may never. */
const patience = 5000

/** How often what runs is cancelled until the work has ended, in milliseconds: it may go on to its next statement. */
const pause = 100

/** A session, and where another one to the same database is opened. */
export interface Stoppable {
  readonly url: string
  readonly session: Session
}

/**
 * Runs work in a session. When the signal says so, what the session runs is cancelled over a second connection, again and
 * again until the work has ended. What it was amid is rolled back by the server, and its locks end with it.
 */
export async function withStop<T>(
  signal: AbortSignal,
  { url, session }: Stoppable,
  work: () => Promise<T>,
): Promise<T> {
  const [{ pid }] = await session.query(sql`select pg_catalog.pg_backend_pid() as pid`)
  const over = new AbortController()
  const cancel = (): void => {
    // Where no second connection can be had, the end of the first one cancels what runs.
    void cancelUntil(over.signal, url, Number(pid)).catch(() => undefined)
  }
  signal.addEventListener('abort', cancel)
  try {
    return await withPatience(signal, work, patience + pause)
  } catch (error) {
    throw signal.aborted && !(error instanceof Interrupted) ? new Interrupted(inGeneral) : error
  } finally {
    signal.removeEventListener('abort', cancel)
    over.abort()
  }
}

const inGeneral = `What was finished stays. What was running is rolled back. ${sameCommand}`

async function cancelUntil(over: AbortSignal, url: string, pid: number): Promise<void> {
  await withSession(url, async (other) => {
    while (!over.aborted) {
      await other.query(sql`select pg_catalog.pg_cancel_backend(${pid})`)
      await sleep(pause)
    }
  })
}

/** Waits for work, but not for long once the signal has said that it is to end. */
export async function withPatience<T>(
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
  milliseconds: number = patience,
): Promise<T> {
  if (signal === undefined) return work()
  const { promise, reject } = Promise.withResolvers<never>()
  const giveUp = (): void => {
    setTimeout(() => {
      reject(new Error('it did not end in time'))
    }, milliseconds).unref()
  }
  signal.addEventListener('abort', giveUp)
  try {
    return await Promise.race([work(), promise])
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}
