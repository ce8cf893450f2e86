import { UserError } from '../errors.ts'
import type { Context } from '../files/context.ts'
import type { Project } from '../files/project.ts'
import { sql } from '../postgres/connect.ts'
import type { Session } from '../postgres/connect.ts'
import { withDatabaseName, withUser } from '../postgres/url.ts'
import { withContainer } from './server/container.ts'
import { withEmbedded } from './server/embedded.ts'
import { withGivenServer } from './server/given-server.ts'
import { describePlain, withPlainGiven } from './plain-workbench.ts'
import type { UseWorkbench, Server, UseServer, Workbench } from './server/server.ts'
import { sweepScratches } from './scratch/sweep.ts'

/**
 * Holds a workbench while `use` runs: the server of WORKBENCH_URL, a container, or by default an embedded one,
 * which stays up for the next command. Reads the variables WORKBENCH (embedded, container), WORKBENCH_POSTGRES
 * (15, 17, 18), WORKBENCH_IMAGE, WORKBENCH_URL. Throws UserError when there is none to be had.
 */
export async function withWorkbench<T>(
  context: Context,
  use: (workbench: Workbench) => Promise<T>,
): Promise<T> {
  return withServer(context, 'platform', async (server, session) => {
    const workbench = await describeWorkbench(context.project, server, session)
    await sweepScratches(workbench)
    return use(workbench)
  })
}

/** For those who need a workbench and nothing else of a context. */
export function workbenchOf(context: Context): UseWorkbench {
  return async (use) => withWorkbench(context, use)
}

/**
 * Holds a workbench for databases without a platform: any server on which the user of WORKBENCH_URL may create
 * databases, a container, or an embedded one whose superuser is postgres. That user loads and owns everything
 * there. On the embedded one `owner`, when given, replaces the user, and is created where missing. Throws UserError
 * when no workbench is available.
 */
export async function withPlainWorkbench<T>(
  context: Context,
  owner: string | undefined,
  use: (workbench: Workbench) => Promise<T>,
): Promise<T> {
  return withServer(context, 'plain', async (server, session) => {
    const workbench = await describePlain(context.project, { server, session, owner })
    await sweepScratches(workbench)
    return use(workbench)
  })
}

/** The same for a server that another process holds and has told us of. */
export async function withWorkbenchAt<T>(
  project: Project,
  server: Server,
  use: (workbench: Workbench) => Promise<T>,
): Promise<T> {
  return withGivenServer(server, async (_server, session) =>
    use(await describeWorkbench(project, server, session)),
  )
}

async function withServer<T>(
  { project, variables, talk }: Context,
  sort: 'platform' | 'plain',
  use: UseServer<T>,
): Promise<T> {
  const { WORKBENCH: kind = '', WORKBENCH_URL: url = '' } = variables
  const { WORKBENCH_IMAGE: image = 'postgres:17' } = variables
  if (url !== '') return withUrl(url, sort, use)
  if (kind === 'container') return withContainer(image, talk, use)
  if (kind === '' || kind === 'embedded')
    return withEmbedded({ project, variables, sort }, talk, use)
  throw new UserError(
    `WORKBENCH=${kind}: no such workbench. It is embedded (the default) or container; or set WORKBENCH_URL.`,
  )
}

async function withUrl<T>(url: string, sort: 'platform' | 'plain', use: UseServer<T>): Promise<T> {
  return sort === 'plain' ? withPlainGiven(url, use) : withGivenServer({ kind: 'url', url }, use)
}

async function describeWorkbench(
  project: Project,
  server: Server,
  session: Session,
): Promise<Workbench> {
  const [row] = await session.query(sql`
    select pg_catalog.current_setting('server_version_num')::integer as "serverVersion"
  `)
  const { password } = new URL(server.url)
  const adminUrl = (database: string): string => withDatabaseName(server.url, database)
  return {
    ...server,
    project,
    serverVersion: row.serverVersion,
    adminUrl,
    // A separate login rather than `set session authorization`: session_user and the settings of the role are
    // then what they are on Supabase, and nothing can climb back to the superuser. The password is the
    // superuser's: platform.ts gives it to the role when it makes it.
    userUrl: (database) => withUser(adminUrl(database), 'postgres', decodeURIComponent(password)),
    session,
  }
}
