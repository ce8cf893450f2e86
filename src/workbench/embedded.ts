import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { UserError } from '../errors.ts'
import type { Context } from '../files/context.ts'
import type { Session } from '../postgres/connect.ts'
import { findBinaries } from './binaries.ts'
import { startCluster } from './cluster.ts'
import type { Cluster, ClusterServer } from './cluster.ts'
import { holdServer } from './hold.ts'
import { ensureIdleStop } from './idle-stop.ts'
import type { Settings } from './server-process.ts'
import { findServerUser } from './server-user.ts'
import { openStateFolder } from './state-folder.ts'
import type { UseServer } from './server.ts'

/** Nothing on a workbench must survive a crash; logical decoding is tested on it. */
const settings: Settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'logical',
  max_connections: '200',
  autovacuum: 'off',
  // Databases come and go all the time: the rest of what a checkpoint or a killed client would cost.
  max_wal_size: '4GB',
  client_connection_check_interval: '0',
}

/** Holds the embedded workbench of a project: makes and starts it when it is not there, and leaves it running. */
export async function withEmbedded<T>(context: Context, use: UseServer<T>): Promise<T> {
  const cluster = await describeCluster(context)
  for (let attempt = 1; ; attempt += 1) {
    const server = await startCluster(cluster)
    const outcome = await tryHold(server, cluster, use)
    if (outcome.kind === 'used') return outcome.result
    // It was about to stop for want of use: one that has stopped is started anew.
    if (attempt === 10) throw outcome.error
    await setTimeout(100)
  }
}

type Outcome<T> =
  | { readonly kind: 'used'; readonly result: T }
  | { readonly kind: 'stopping'; readonly error: unknown }

async function tryHold<T>(
  server: ClusterServer,
  cluster: Cluster,
  use: UseServer<T>,
): Promise<Outcome<T>> {
  const url = server.adminUrl('postgres')
  let held = false
  try {
    const result = await holdServer(url, async (session: Session) => {
      held = true
      await ensureIdleStop(session, url, cluster)
      return use({ kind: 'embedded', url }, session)
    })
    return { kind: 'used', result }
  } catch (error) {
    if (held) throw error
    return { kind: 'stopping', error }
  }
}

async function describeCluster({ project, variables, talk }: Context): Promise<Cluster> {
  const major = readMajor(variables['WORKBENCH_POSTGRES'])
  const user = await findServerUser()
  const binaries = await findBinaries({ root: project.root, major, user })
  const state = await openStateFolder(project.root, user)
  return {
    folder: join(state, `workbench-${String(major)}`),
    binaries,
    user,
    port: 'free',
    settings,
    onWait: () => talk.step('waiting for another process that starts the workbench'),
  }
}

function readMajor(text = '17'): number {
  if (/^1[5-8]$/.test(text)) return Number(text)
  throw new UserError(
    `WORKBENCH_POSTGRES=${text}: not a version that is known here. It is 15, 17 (the default) or 18.`,
  )
}
