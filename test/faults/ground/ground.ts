import { join } from 'node:path'
import { sendText, sql, withSession } from '../../../src/postgres/connect.ts'
import type { Session } from '../../../src/postgres/connect.ts'
import { withUser } from '../../../src/postgres/url.ts'
import { quoteLiteral, quoteName } from '../../../src/sql/quote.ts'
import { loadPlatform } from '../../../src/workbench/load/platform.ts'
import { locateBinaries } from '../../../src/workbench/server/binaries.ts'
import { startCluster, stopCluster } from '../../../src/workbench/server/cluster.ts'
import type { Cluster, ClusterServer } from '../../../src/workbench/server/cluster.ts'
import { chooseServerUser } from '../../../src/workbench/server/server-user.ts'
import { withServerFolder } from '../../support/cluster.ts'
import { home } from '../../support/tracked-files.ts'
import { withDisk } from './disk.ts'
import type { Disk } from './disk.ts'

/** A server that faults may kill, with a disk that faults may fill. */
export interface Ground {
  readonly major: number
  /** As PostgreSQL says it, such as 17.10. */
  readonly version: string
  readonly port: number
  readonly pid: () => number
  /** Has the server run again, and waits until it takes connections. */
  readonly restart: () => Promise<void>
  /** Of every role here: what nobody may be shown. */
  readonly password: string
  /** Variables of each run: the workbench is another server of the same version. */
  readonly env: Readonly<Record<string, string>>
  /** For the superuser. */
  readonly adminUrl: (database: string) => string
  /** For postgres, who owns the databases; through another port where one is given. */
  readonly ownerUrl: (database: string, port?: number) => string
  /** Works on a database as the superuser. */
  readonly asAdmin: <T>(database: string, use: (session: Session) => Promise<T>) => Promise<T>
  /** Makes a database from another one. */
  readonly clone: (name: string, from: string) => Promise<void>
  readonly drop: (name: string) => Promise<void>
  /** Takes away what a fault may have left: the server runs, takes writes, and has room. */
  readonly heal: () => Promise<void>
  /** The disk of the databases; undefined where no file system can be mounted. */
  readonly disk: Disk | undefined
}

/** Nothing survives a crash of the machine, but all does that of the server. */
const settings = {
  fsync: 'off',
  full_page_writes: 'off',
  wal_level: 'logical',
  max_connections: '60',
  // Of a killed server, segments of the system would stay.
  dynamic_shared_memory_type: 'mmap',
  max_wal_size: '256MB',
  autovacuum: 'off',
  log_checkpoints: 'off',
}

/** The database with the platform alone. */
export const platform = 'platform'

/** Starts a server of a major version with the platform, and removes all of it in the end. */
export async function withGround<T>(
  major: number,
  use: (ground: Ground) => Promise<T>,
): Promise<T> {
  return withServerFolder(async (folder) => {
    const user = await chooseServerUser()
    const binaries = await locateBinaries({ root: home, major, user })
    const common = { binaries, user, port: 'free', settings } as const
    const main: Cluster = { ...common, folder: join(folder, 'main') }
    const bench: Cluster = { ...common, folder: join(folder, 'bench') }
    return withDisk(join(folder, 'space'), user?.uid ?? process.getuid?.() ?? 0, async (disk) => {
      const life: Life = { isOver: false, starting: Promise.resolve() }
      try {
        const [server, workbench] = await Promise.all([startCluster(main), startCluster(bench)])
        const fixed = { ...main, port: server.port }
        const ground = describeGround(fixed, { server, workbench, disk, life })
        return await use({ ...ground, version: await prepare(ground) })
      } finally {
        life.isOver = true
        await life.starting.catch(() => undefined)
        await Promise.all([stopCluster(main), stopCluster(bench)])
      }
    })
  })
}

interface Started {
  readonly server: ClusterServer
  readonly workbench: ClusterServer
  readonly disk: Disk | undefined
  readonly life: Life
}

/** A case that is left when the run is stopped must not start the server again. */
interface Life {
  isOver: boolean
  starting: Promise<unknown>
}

function describeGround(
  cluster: Cluster,
  { server: first, workbench, disk, life }: Started,
): Omit<Ground, 'version'> {
  let server = first
  const { adminUrl } = first
  const asAdmin: Ground['asAdmin'] = (database, use) => withSession(adminUrl(database), use)
  const options = disk === undefined ? '' : ' tablespace space'
  const restart = async (): Promise<void> => {
    if (life.isOver) throw new Error('the run is over')
    const starting = startCluster(cluster)
    life.starting = starting
    server = await starting
  }
  return {
    major: cluster.binaries.major,
    port: first.port,
    password: first.password,
    env: { WORKBENCH_URL: workbench.adminUrl('postgres') },
    pid: () => server.pid,
    restart,
    heal: async () => {
      await disk?.empty()
      await restart()
      await asAdmin('postgres', async (session) => {
        await sendText(session, 'alter system reset all')
        await sendText(session, 'select pg_catalog.pg_reload_conf()')
      })
    },
    adminUrl,
    ownerUrl: (database, port = first.port) => {
      const url = new URL(withUser(adminUrl(database), 'postgres', first.password))
      url.port = String(port)
      return url.href
    },
    asAdmin,
    clone: async (name, from) =>
      asAdmin('postgres', async (session) => {
        await sendText(
          session,
          `create database ${quoteName(name)} template ${quoteName(from)} owner postgres${options}`,
        )
        // A copied sequence takes for written to WAL what its template wrote: a crash before a checkpoint would set it back.
        await sendText(session, 'checkpoint')
      }),
    drop: async (name) =>
      asAdmin('postgres', (session) =>
        sendText(session, `drop database if exists ${quoteName(name)} with (force)`),
      ),
    disk,
  }
}

async function prepare({
  asAdmin,
  adminUrl,
  password,
  disk,
}: Omit<Ground, 'version'>): Promise<string> {
  return asAdmin('postgres', async (session) => {
    const options = disk === undefined ? '' : ' tablespace space'
    if (disk !== undefined)
      await sendText(session, `create tablespace space location ${quoteLiteral(disk.folder)}`)
    await sendText(session, `create database ${platform}${options}`)
    await loadPlatform(adminUrl(platform), join(home, 'platform'), 'today')
    await sendText(session, `alter role postgres password ${quoteLiteral(password)}`)
    const [row] = await session.query(
      sql`select pg_catalog.current_setting('server_version') as version`,
    )
    return String(row.version).split(' ')[0] ?? ''
  })
}
