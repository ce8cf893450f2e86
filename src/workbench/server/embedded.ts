import { setTimeout } from 'node:timers/promises'
import type { Talk } from '../../files/context.ts'
import type { Session } from '../../postgres/connect.ts'
import { locateClusterServer, startCluster } from './cluster.ts'
import type { ClusterServer } from './cluster.ts'
import { holdServer } from './use-lock.ts'
import { ensureIdleStop } from './idle-stop.ts'
import type { UseServer } from './server.ts'
import { locateWorkbench, removeFormer } from '../workbench-cluster.ts'
import type { WorkbenchCluster, WorkbenchPlace } from '../workbench-cluster.ts'

/** Holds an embedded workbench of a project: makes and starts it when it is not there, and leaves it running. */
export async function withEmbedded<T>(
  place: WorkbenchPlace,
  talk: Talk,
  use: UseServer<T>,
): Promise<T> {
  const onWait = (): void => talk.step('waiting for another process that starts the workbench')
  const cluster = { ...(await locateWorkbench(place)), onWait }
  for (let attempt = 1; ; attempt += 1) {
    if ((await locateClusterServer(cluster)) === undefined) talk.step('starting the workbench')
    const server = await startCluster(cluster)
    if (server.started) await removeFormer(cluster)
    const outcome = await tryLock(server, cluster, use)
    if (outcome.kind === 'used') return outcome.result
    // It may have been about to stop because it was idle. A stopped one is started again.
    if (attempt === 10) throw outcome.error
    await setTimeout(100)
  }
}

type Outcome<T> =
  | { readonly kind: 'used'; readonly result: T }
  | { readonly kind: 'stopping'; readonly error: unknown }

async function tryLock<T>(
  server: ClusterServer,
  cluster: WorkbenchCluster,
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
