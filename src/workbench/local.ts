import { join } from 'node:path'
import { UserError } from '../errors.ts'
import type { Context } from '../files/context.ts'
import { loadVariables } from '../files/environment.ts'
import { listFolder } from '../files/list-folder.ts'
import type { EmbeddedEnvironment } from '../files/project.ts'
import { sendText, sql, withSession } from '../postgres/connect.ts'
import type { Session } from '../postgres/connect.ts'
import { withUser } from '../postgres/url.ts'
import { quoteLiteral, quoteName } from '../sql/quote.ts'
import { withAdvisoryLock } from './scratch/advisory-lock.ts'
import { locateBinaries } from './server/binaries.ts'
import { locateClusterServer, removeCluster, startCluster, stopCluster } from './server/cluster.ts'
import type { Cluster, ClusterServer } from './server/cluster.ts'
import { loadPlatform } from './load/platform.ts'
import { chooseServerUser } from './server/server-user.ts'
import { openStateFolder } from './server/state-folder.ts'

/** The local database: durable, with the platform's stand-in, owned by postgres. */
export interface LocalDatabase {
  /** For the owner, postgres: with the password of this machine's cluster. */
  readonly url: string
  readonly folder: string
  readonly server: ClusterServer
}

/** Has the local database there and running: makes and starts what is missing. Errors as startCluster. */
export async function ensureLocalDatabase(
  context: Context,
  environment: EmbeddedEnvironment,
): Promise<LocalDatabase> {
  const cluster = await locateCluster(context, environment)
  const server = await startCluster(cluster)
  if (server.started)
    context.talk.note(
      `started PostgreSQL ${String(environment.postgres)} on 127.0.0.1:${String(server.port)}`,
    )
  await ensureDatabase(context, environment, server)
  return { url: ownerUrl(server, environment), folder: cluster.folder, server }
}

/** The local database as it is, without starting it; `server` is undefined when none runs. */
export async function locateLocalDatabase(
  context: Context,
  environment: EmbeddedEnvironment,
): Promise<{ readonly folder: string; readonly server: ClusterServer | undefined }> {
  const cluster = await locateCluster(context, environment)
  return { folder: cluster.folder, server: await locateClusterServer(cluster) }
}

/** The variable that gives an environment's server another port: `LOCAL_PORT`. */
export function portVariableOf({ name }: EmbeddedEnvironment): string {
  return `${name.toUpperCase().replaceAll(/\W/g, '_')}_PORT`
}

/** Whether the local database was ever made on this machine; starts nothing. */
export async function isLocalDatabaseMade(
  context: Context,
  environment: EmbeddedEnvironment,
): Promise<boolean> {
  const { folder } = await locateCluster(context, environment)
  return (await listFolder(folder)) !== undefined
}

/** Stops the local server; false when none ran. Its data stays. */
export async function stopLocalDatabase(
  context: Context,
  environment: EmbeddedEnvironment,
): Promise<boolean> {
  return stopCluster(await locateCluster(context, environment))
}

/** Stops the local server and removes its data. */
export async function removeLocalDatabase(
  context: Context,
  environment: EmbeddedEnvironment,
): Promise<void> {
  await removeCluster(await locateCluster(context, environment))
}

async function locateCluster(context: Context, environment: EmbeddedEnvironment): Promise<Cluster> {
  const { project, talk } = context
  const portVariable = portVariableOf(environment)
  const user = await chooseServerUser()
  const [folder, binaries] = await Promise.all([
    openStateFolder(project.root, user),
    locateBinaries({ root: project.root, major: environment.postgres, user }),
  ])
  return {
    folder: join(folder, `${environment.name}-${String(environment.postgres)}`),
    binaries,
    user,
    port: await readPort(context, environment, portVariable),
    portVariable,
    // Other tools have saved the URL: it stays the same when the database is thrown away.
    passwordKept: join(folder, `${environment.name}.password`),
    // As on Supabase: realtime decodes the write-ahead log.
    settings: { wal_level: 'logical' },
    onWait: () => talk.note('another process starts or stops the server: waiting for it'),
  }
}

/** The port of the variable, in the shell or in `.env.<environment>`; that of the environment unless it is set. */
async function readPort(
  { project, variables }: Context,
  { name, port }: EmbeddedEnvironment,
  variable: string,
): Promise<number> {
  const all = await loadVariables(variables, { root: project.root, environment: name })
  const text = all[variable] ?? ''
  if (text === '') return port
  if (/^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65_536) return Number(text)
  throw new UserError(`${variable}=${text}: not a port. It is a number from 1 to 65535.`)
}

async function ensureDatabase(
  context: Context,
  environment: EmbeddedEnvironment,
  server: ClusterServer,
): Promise<void> {
  const { database } = environment
  const maintenance = server.adminUrl('postgres')
  if (await withSession(maintenance, (session) => hasDatabase(session, database))) return
  context.talk.step(`making the database ${database}`)
  await withAdvisoryLock(maintenance, `make ${database}`, async () => {
    await withSession(maintenance, (session) =>
      makeDatabase(session, { context, database, server }),
    )
  })
}

async function hasDatabase(session: Session, database: string): Promise<boolean> {
  const [row] = await session.query(sql`
    select exists (select 1 from pg_catalog.pg_database as d where d.datname = ${database}) as there
  `)
  return row.there === true
}

/** Builds the database under another name and renames it when complete: a half-made one is never used. */
async function makeDatabase(
  session: Session,
  {
    context,
    database,
    server,
  }: { readonly context: Context; readonly database: string; readonly server: ClusterServer },
): Promise<void> {
  if (await hasDatabase(session, database)) return
  const building = `${database}.building`
  await sendText(session, `drop database if exists ${quoteName(building)} with (force)`)
  await sendText(session, `create database ${quoteName(building)}`)
  await loadPlatform(server.adminUrl(building), context.project.folders.platform, 'today')
  await sendText(session, `alter role postgres password ${quoteLiteral(server.password)}`)
  await sendText(session, `alter database ${quoteName(building)} owner to postgres`)
  await sendText(session, `alter database ${quoteName(building)} rename to ${quoteName(database)}`)
}

function ownerUrl(server: ClusterServer, { database }: EmbeddedEnvironment): string {
  return withUser(server.adminUrl(database), 'postgres', server.password)
}
