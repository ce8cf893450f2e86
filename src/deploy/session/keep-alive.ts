import { sql } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'
import { isCut } from '../../postgres/cut.ts'

/** How often the session is asked, in milliseconds: four times before it would end as idle. */
const usual = 15_000

/**
 * Keeps a session alive during work of unknown length, such as a replay, or a question to a person: neither the server
 * nor what lies between may take it for forgotten. The work may use the session. Throws what ended the session
 * meanwhile, once the work is done.
 */
export async function whileKeptAlive<T>(
  session: Session,
  work: () => Promise<T>,
  every: number = usual,
): Promise<T> {
  let lost: Error | undefined
  let isAsking = false
  const ask = async (): Promise<void> => {
    isAsking = true
    try {
      await session.query(sql`select 1`)
    } catch (error) {
      // Another error is that the work has the session for longer than the library waits.
      if (error instanceof Error && isCut(error)) lost ??= error
    }
    isAsking = false
  }
  const timer = setInterval(() => {
    if (!isAsking) void ask()
  }, every)
  try {
    const result = await work()
    if (lost !== undefined) throw lost
    return result
  } finally {
    clearInterval(timer)
  }
}
