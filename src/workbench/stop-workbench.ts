import { rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { UserError, sameCommand } from '../errors.ts'
import { listFolder } from '../files/list-folder.ts'
import { sql, withSession } from '../postgres/connect.ts'
import { locateClusterServer, withClusterLock } from './server/cluster.ts'
import { inUse } from './server/use-lock.ts'
import { clusterSuperuser } from './server/initialise.ts'
import { locateMemoryFolder } from './server/memory-folder.ts'
import { stopServer } from './server/server-process.ts'
import { chooseServerUser } from './server/server-user.ts'
import { openStateFolder } from './server/state-folder.ts'
import { isWorkbenchName } from './workbench-cluster.ts'
import type { WorkbenchPlace } from './workbench-cluster.ts'

/**
 * Stops the embedded workbenches of a project, of every version, and returns their folders, in order. Data in
 * memory is lost with them. Throws UserError when another command uses one.
 */
export async function stopWorkbenches(asked: WorkbenchPlace): Promise<string[]> {
  const stopped: string[] = []
  for (const place of await locateOwnClusters(asked)) {
    if (await stopOne(place)) stopped.push(place.folder)
  }
  return stopped
}

interface Place {
  readonly folder: string
  readonly inMemory: boolean
}

/** Everywhere where one may lie: there may have been less memory, or another variable, when it was started. */
async function locateOwnClusters({ project, variables }: WorkbenchPlace): Promise<Place[]> {
  const { WORKBENCH_FOLDER: asked = '' } = variables
  const memory = await locateMemoryFolder(project.root)
  const onDisk = [
    await openStateFolder(project.root, await chooseServerUser()),
    ...(asked === '' ? [] : [resolve(project.root, asked)]),
  ]
  const folders = await Promise.all(
    [...(memory === undefined ? [] : [memory]), ...onDisk].map(listIn),
  )
  return [...new Set(folders.flat())]
    .toSorted()
    .map((folder) => ({ folder, inMemory: dirname(folder) === memory }))
}

async function listIn(place: string): Promise<string[]> {
  const entries = (await listFolder(place)) ?? []
  return entries
    .filter((entry) => entry.isDirectory() && isWorkbenchName(entry.name))
    .map(({ name }) => join(place, name))
}

async function stopOne({ folder, inMemory }: Place): Promise<boolean> {
  const superuser = basename(folder).startsWith('workbench-plain-') ? 'postgres' : clusterSuperuser
  // Nobody begins to use it meanwhile: that takes this lock first.
  return withClusterLock({ folder }, async () => {
    const server = await locateClusterServer({ folder, superuser })
    if (server === undefined) return false
    if (await isUsed(server.adminUrl('postgres')))
      throw new UserError(
        `${folder}: another command works on this workbench. Wait for it, or end it. ${sameCommand}`,
      )
    await stopServer(folder, server)
    if (inMemory) await rm(folder, { recursive: true, force: true })
    return true
  })
}

async function isUsed(url: string): Promise<boolean> {
  return withSession(url, async (session) => {
    const [row] = await session.query(sql`
      select not pg_catalog.pg_try_advisory_lock(pg_catalog.hashtextextended(${inUse}, 0)) as used
    `)
    return row.used === true
  })
}
