import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { UserError } from '../../errors.ts'
import { withFileLock } from './file-lock.ts'
import { clusterSuperuser, ensureInitialised, keepPassword, readPassword } from './initialise.ts'
import type { ClusterFiles } from './initialise.ts'
import { locateServer, startServer, stopServer } from './server-process.ts'
import type { RunningServer, Settings } from './server-process.ts'

/** One embedded cluster: where it lies, what runs it, how. */
export interface Cluster extends ClusterFiles {
  /** The port on 127.0.0.1, or `free` for any that nobody uses. */
  readonly port: number | 'free'
  /** The variable that gives the port, for who needs another. */
  readonly portVariable?: string
  readonly settings: Settings
  /** Told once when another process starts or stops the same cluster and is waited for. */
  readonly onWait?: () => void
}

/** A cluster's server, and how its superuser enters it. */
export interface ClusterServer extends RunningServer {
  /** Whether this call started it. */
  readonly started: boolean
  readonly password: string
  /** The URL of a database for the superuser. */
  readonly adminUrl: (database: string) => string
}

/**
 * Has the cluster's server run: makes the cluster and starts the server when they are not there. The server
 * stays when this process ends. Two calls at once, in any processes, wait for each other. Throws UserError when
 * the port is taken, the disk full, the folder closed or another version's.
 */
export async function startCluster(cluster: Cluster): Promise<ClusterServer> {
  return withClusterLock(cluster, async () => {
    await ensureInitialised(cluster)
    const password = await readPassword(cluster.folder)
    const running = await locateServer(cluster.folder)
    if (running !== undefined && isWanted(cluster, running))
      return describe(cluster, running, { password, started: false })
    if (running !== undefined) await stopServer(cluster.folder, running)
    return describe(cluster, await startOnPort(cluster), { password, started: true })
  })
}

/** Stops the cluster's server; false when none ran. */
export async function stopCluster(cluster: Cluster): Promise<boolean> {
  return withClusterLock(cluster, async () => stopRunning(cluster))
}

/**
 * Stops the cluster's server and removes its data, with nobody starting it in between; a password to be kept is
 * kept.
 */
export async function removeCluster(cluster: Cluster): Promise<void> {
  await withClusterLock(cluster, async () => {
    await stopRunning(cluster)
    await keepPassword(cluster)
    await rm(cluster.folder, { recursive: true, force: true })
  })
}

async function stopRunning({ folder }: ClusterFiles): Promise<boolean> {
  const running = await locateServer(folder)
  if (running === undefined) return false
  await stopServer(folder, running)
  return true
}

/** The cluster's server as it is, without starting it; undefined when none runs. */
export async function locateClusterServer(
  files: Pick<ClusterFiles, 'folder' | 'superuser'>,
): Promise<ClusterServer | undefined> {
  const running = await locateServer(files.folder)
  if (running === undefined) return undefined
  return describe(files, running, { password: await readPassword(files.folder), started: false })
}

/** Holds the cluster's lock: for what must not meet a start or a stop, such as removing its folder. */
export async function withClusterLock<T>(
  { folder, onWait }: Pick<Cluster, 'folder' | 'onWait'>,
  use: () => Promise<T>,
): Promise<T> {
  return withFileLock(`${folder}.lock`, use, onWait && { onWait })
}

/** A server that is neither started nor stopped, or listens on an old port, is restarted. */
function isWanted({ port }: Cluster, running: RunningServer): boolean {
  return running.ready && (port === 'free' || port === running.port)
}

function describe(
  { superuser = clusterSuperuser }: Pick<ClusterFiles, 'superuser'>,
  running: RunningServer,
  { password, started }: Pick<ClusterServer, 'password' | 'started'>,
): ClusterServer {
  const login = `${superuser}:${password}`
  const server = `postgresql://${login}@127.0.0.1:${String(running.port)}`
  return {
    ...running,
    started,
    password,
    adminUrl: (database) => `${server}/${encodeURIComponent(database)}`,
  }
}

async function startOnPort(cluster: Cluster): Promise<RunningServer> {
  const port = cluster.port === 'free' ? await chooseFreePort() : cluster.port
  await refuseTaken(port, cluster)
  return startServer(cluster, {
    ...cluster.settings,
    port: String(port),
    listen_addresses: '127.0.0.1',
    // Every system has TCP on the loopback; sockets in the file system have short names and other traps.
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
  })
}

/** A port that nobody listens on at this moment. */
async function chooseFreePort(): Promise<number> {
  return listenFor(0)
}

async function refuseTaken(port: number, { portVariable }: Cluster): Promise<void> {
  try {
    await listenFor(port)
  } catch (error) {
    throw new UserError(
      `127.0.0.1:${String(port)}: another program uses the port, or this user may not use it. ` +
        'Stop that program, or give this server another port' +
        (portVariable === undefined ? '.' : `, such as ${portVariable}=${String(port + 1)}.`),
      { cause: error },
    )
  }
}

/** Listens for a moment; answers the port. */
async function listenFor(port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const server = createServer()
  server.once('error', reject)
  server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
    const address = server.address()
    server.close(() => {
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
  return promise
}
