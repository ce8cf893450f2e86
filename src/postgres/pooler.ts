import { UserError } from '../errors.ts'
import { sendText, sql, withSession } from './connect.ts'
import type { Session } from './connect.ts'
import { describeUrl } from './url.ts'

/** The port on which Supabase's pooler gives a connection for a transaction only. */
const transactionPort = '6543'

/** Throws UserError when the URL names the port of a transaction pooler: known before anything is sent there. */
export function refusePoolerPort(url: string): void {
  if (hasPoolerPort(url)) throw poolerError(url)
}

function hasPoolerPort(url: string): boolean {
  return new URL(url).port === transactionPort
}

/**
 * The refusal of a session that goes through a transaction pooler, where a session lock does not hold; undefined for
 * other sessions. Found by the port, else by trial: what one session sets must not show in another, and must still be there while the
 * other one is busy.
 */
export async function readPooler(session: Session, url: string): Promise<UserError | undefined> {
  if (hasPoolerPort(url)) return poolerError(url)
  const mark = `${String(process.pid)}-${String(performance.now())}`
  await setMark(session, mark)
  const shared = await withSession(url, async (other) => {
    await sendText(other, 'begin')
    // Whoever sees the mark has the session's own connection, and the session would wait for it in vain.
    const isShared = (await readMark(other)) === mark || (await readMark(session)) !== mark
    await sendText(other, 'rollback')
    return isShared
  })
  return shared ? poolerError(url) : undefined
}

async function setMark(session: Session, mark: string): Promise<void> {
  await session.query(sql`select pg_catalog.set_config('migration.mark', ${mark}, false)`)
}

async function readMark(session: Session): Promise<string | null> {
  const [row] = await session.query(sql`
    select pg_catalog.current_setting('migration.mark', true) as mark
  `)
  return row.mark
}

function poolerError(url: string): UserError {
  return new UserError(
    `${describeUrl(url)}: a transaction pooler, where the lock against a second migration does not hold. ` +
      'Use the direct connection or the session pooler, on port 5432.',
  )
}
