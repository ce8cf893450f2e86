import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { locateBinaries } from '../../src/workbench/server/binaries.ts'
import { stopCluster } from '../../src/workbench/server/cluster.ts'
import type { Cluster } from '../../src/workbench/server/cluster.ts'
import { chooseServerUser } from '../../src/workbench/server/server-user.ts'

/** The cluster's settings in tests: nothing survives a crash, nothing needs to. */
const settings = { fsync: 'off', wal_level: 'logical' }

/** A folder of its own that a server's user may enter, removed in the end. */
export async function withServerFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  // In memory where there is any: a cluster is a thousand files.
  const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
  const folder = await mkdtemp(join(place, 'cluster-'))
  try {
    await chmod(folder, 0o755)
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A cluster that does not exist yet, of the version of WORKBENCH_POSTGRES; its server is stopped in the end. */
export async function withCluster<T>(use: (cluster: Cluster) => Promise<T>): Promise<T> {
  return withServerFolder(async (folder) => {
    const cluster = await describeCluster(folder)
    try {
      return await use(cluster)
    } finally {
      await stopCluster(cluster)
    }
  })
}

async function describeCluster(folder: string): Promise<Cluster> {
  const user = await chooseServerUser()
  const major = Number(process.env['WORKBENCH_POSTGRES'] ?? '17')
  const binaries = await locateBinaries({ root: import.meta.dirname, major, user })
  return { folder: join(folder, 'main'), binaries, user, port: 'free', settings }
}
