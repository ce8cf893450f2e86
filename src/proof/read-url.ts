import { sendText, sql, withSession } from '../postgres/connect.ts'
import type { Session } from '../postgres/connect.ts'
import { asRefusal } from '../postgres/server-error.ts'
import { describeUrl } from '../postgres/url.ts'
import { readCatalogWithin } from '../postgres/read/read-catalog.ts'
import { readDatabaseSettings } from '../observer/portable.ts'
import { readDigestWithin } from '../observer/digest.ts'
import { unlookedAt } from '../observer/sight.ts'
import { optionsOf, stayingSight } from './state.ts'
import type { State, View } from './state.ts'

/** What must be known of a server before a database of it is read. */
export interface Login {
  /** PostgreSQL's `server_version_num`, such as 170010. */
  readonly serverVersion: number
  readonly user: string
}

/** Asks a server who we are there, and what it is. Throws UserError when it is away or refuses. */
export async function readLogin(url: string): Promise<Login> {
  return withSession(url, async (session) => {
    const [row] = await session.query(sql`
      select
        pg_catalog.current_setting('server_version_num')::integer as "serverVersion",
        current_user::text as user
    `)
    return { serverVersion: row.serverVersion, user: row.user }
  })
}

/** Somebody's database, as it was at one moment. */
export interface UrlState extends State {
  /** What is said of the database itself, which no plan changes. */
  readonly settings: readonly string[]
}

/**
 * Reads somebody's database by both witnesses, in one transaction that writes nothing; lines of the observer's are
 * read when they are asked for. Throws UserError for missing rights.
 */
export async function readUrl(url: string, view: View): Promise<UrlState> {
  const opened = async <T>(use: (session: Session) => Promise<T>): Promise<T> =>
    withSession(url, async (session) =>
      use(session).catch((error: unknown) => {
        throw asRefusal(error, describeUrl(url))
      }),
    )
  return opened(async (session) =>
    session.tx(async (tx) => {
      await sendText(tx, 'set transaction isolation level repeatable read read only')
      const settings = await readDatabaseSettings(tx)
      const sight =
        view.unobserved === true
          ? unlookedAt
          : stayingSight(await readDigestWithin(tx, optionsOf(view)), view, opened)
      return { catalog: await readCatalogWithin(tx, view.scope), sight, settings }
    }),
  )
}
