import { UserError } from '../errors.ts'
import type { Project } from '../files/project.ts'
import { checkUrl } from '../postgres/check-url.ts'
import { sendText, sql } from '../postgres/connect.ts'
import type { Session } from '../postgres/connect.ts'
import { describeUrl, withDatabaseName, withUser } from '../postgres/url.ts'
import { quoteLiteral, quoteName } from '../sql/quote.ts'
import { holdServer } from './server/use-lock.ts'
import type { Server, UseServer, Workbench } from './server/server.ts'

/**
 * Holds a given server on which there is no platform: any on which the user of the URL may create databases. Throws
 * UserError where that is not so.
 */
export async function withPlainGiven<T>(given: string, use: UseServer<T>): Promise<T> {
  const asked = checkUrl(given, 'WORKBENCH_URL')
  // The database that the URL names, if any: there may be none called postgres, or no access to it.
  const url = new URL(asked).pathname.length > 1 ? asked : withDatabaseName(asked, 'postgres')
  return holdServer(url, async (session) => {
    const [row] = await session.query(sql`
      select
        current_user::text as self,
        r.rolcreatedb or r.rolsuper as creates,
        pg_catalog.current_setting('server_version_num')::integer as version
      from pg_catalog.pg_roles as r
      where r.rolname = current_user
    `)
    if (row.version < oldest)
      throw new UserError(`${describeUrl(url)}: PostgreSQL before 15 is not supported.`)
    if (row.creates !== true) {
      throw new UserError(
        `${describeUrl(url)}: ${String(row.self)} may not create databases there, and the states need some. ` +
          'Give WORKBENCH_URL a user with CREATEDB, or leave it out: then an embedded server is used.',
      )
    }
    return use({ kind: 'url', url }, session)
  })
}

const oldest = 150_000

/** A server that is held, and who is to own what is made there; the user of its URL when absent. */
interface PlainServer {
  readonly server: Server
  readonly session: Session
  readonly owner: string | undefined
}

/** A workbench on a server without a platform. */
export async function describePlain(
  project: Project,
  { server, session, owner }: PlainServer,
): Promise<Workbench> {
  const [row] = await session.query(sql`
    select pg_catalog.current_setting('server_version_num')::integer as "serverVersion"
  `)
  const password = decodeURIComponent(new URL(server.url).password)
  const isOther = server.kind === 'embedded' && owner !== undefined && owner !== 'postgres'
  if (isOther) await admitOwner(session, owner, password)
  const login = isOther ? withUser(server.url, owner, password) : server.url
  const urlOf = (database: string): string => withDatabaseName(login, database)
  return {
    ...server,
    project,
    serverVersion: row.serverVersion,
    adminUrl: urlOf,
    userUrl: urlOf,
    session,
  }
}

/**
 * On a server of ours a role may be what it is elsewhere; a superuser, since the extensions of other servers need
 * one.
 */
async function admitOwner(session: Session, owner: string, password: string): Promise<void> {
  await ensureRole(session, owner)
  const login = `superuser login password ${quoteLiteral(password)}`
  await sendText(session, `alter role ${quoteName(owner)} ${login}`)
}

/** Has a role there; a new one may nothing, and is only a name for owners and rights. */
export async function ensureRole(session: Session, name: string): Promise<void> {
  const rows: unknown[] = await session.query(
    sql`select 1 from pg_catalog.pg_roles as r where r.rolname = ${name}`,
  )
  if (rows.length === 0) await sendText(session, `create role ${quoteName(name)}`)
}
