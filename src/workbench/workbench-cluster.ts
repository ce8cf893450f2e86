import { createHash } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { UserError, messageOf } from '../errors.ts'
import type { Variables } from '../files/environment.ts'
import type { Project } from '../files/project.ts'
import { locateBinaries } from './server/binaries.ts'
import { withClusterLock } from './server/cluster.ts'
import type { Cluster } from './server/cluster.ts'
import { listOrphans, openMemoryFolder } from './server/memory-folder.ts'
import { loadPlatformFiles } from './load/platform.ts'
import { locateServer } from './server/server-process.ts'
import type { Settings } from './server/server-process.ts'
import { chooseServerUser } from './server/server-user.ts'
import type { ServerUser } from './server/server-user.ts'
import { openStateFolder } from './server/state-folder.ts'

/** Nothing on a workbench must survive a crash; logical decoding is tested on it. */
const settings: Settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'logical',
  max_connections: '200',
  // A load of many tables is one transaction, and holds a lock on each.
  max_locks_per_transaction: '1024',
  autovacuum: 'off',
  // It may lie in memory: little of what is written stays.
  max_wal_size: '256MB',
  log_checkpoints: 'off',
  log_min_messages: 'error',
  log_min_error_statement: 'panic',
  // The watch that stops an idle workbench outlives its client: see idle-stop.ts.
  client_connection_check_interval: '0',
}

/** An embedded cluster that nobody misses. */
export interface WorkbenchCluster extends Cluster {
  /** The root of the project that it belongs to: it goes when that is gone. */
  readonly root: string
  /** Whether it lies in memory: then its data goes when it stops. */
  readonly inMemory: boolean
}

/**
 * What a workbench is for: databases with the platform, or plain ones, whose superuser is postgres as nearly
 * everywhere.
 */
type WorkbenchSort = 'platform' | 'plain'

/** Which embedded workbench is meant. */
export interface WorkbenchPlace {
  readonly project: Project
  /** WORKBENCH_POSTGRES and WORKBENCH_FOLDER are read. */
  readonly variables: Variables
  readonly sort?: WorkbenchSort
}

/**
 * Where the embedded workbench of a project lies and how it runs: the version of WORKBENCH_POSTGRES, 17 unless
 * told; in memory where there is enough, else on disk; in WORKBENCH_FOLDER if that is set.
 */
export async function locateWorkbench(place: WorkbenchPlace): Promise<WorkbenchCluster> {
  const { project, variables, sort = 'platform' } = place
  const major = parseMajor(variables['WORKBENCH_POSTGRES'])
  const user = await chooseServerUser()
  const binaries = await locateBinaries({ root: project.root, major, user })
  const { state, inMemory } = await locateOwnCluster(place, user)
  return {
    root: project.root,
    folder: join(
      state,
      `workbench-${prefixes[sort]}${String(major)}-${await hashPlatform(project)}`,
    ),
    ...(sort === 'plain' && { superuser: 'postgres' }),
    inMemory,
    throwaway: true,
    binaries,
    user,
    port: 'free',
    settings,
  }
}

const prefixes = { platform: '', plain: 'plain-' } as const

interface Place {
  readonly state: string
  readonly inMemory: boolean
}

async function locateOwnCluster(
  { project, variables }: WorkbenchPlace,
  user?: ServerUser,
): Promise<Place> {
  const { WORKBENCH_FOLDER: asked = '' } = variables
  if (asked !== '')
    return { state: await openFolder(resolve(project.root, asked)), inMemory: false }
  const memory = await openMemoryFolder(project.root)
  if (memory !== undefined) return { state: memory, inMemory: true }
  return { state: await openStateFolder(project.root, user), inMemory: false }
}

async function openFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    throw new UserError(`WORKBENCH_FOLDER=${folder}: cannot be made: ${messageOf(error)}`, {
      cause: error,
    })
  }
  return folder
}

/**
 * Removes the workbenches of former platforms, and in memory those of projects that are no more. Those that still
 * run stop by themselves, and go another time.
 */
export async function removeFormer({ folder, inMemory }: WorkbenchCluster): Promise<void> {
  const hash = folder.slice(-hashLength)
  await removeStopped(dirname(folder), (name) => !name.endsWith(hash))
  if (!inMemory) return
  for (const orphan of await listOrphans(dirname(folder))) {
    await removeStopped(orphan, () => true)
    // What holds nothing any more but locks.
    const left = await readdir(orphan, { withFileTypes: true })
    if (!left.some((entry) => entry.isDirectory())) await rm(orphan, { recursive: true })
  }
}

/** Whether a folder is called as workbenches are. */
export function isWorkbenchName(name: string): boolean {
  return /^workbench-(?:plain-)?\d+-[0-9a-f]+$/.test(name)
}

async function removeStopped(state: string, isMeant: (name: string) => boolean): Promise<void> {
  for (const entry of await readdir(state, { withFileTypes: true })) {
    if (entry.isDirectory() && isWorkbenchName(entry.name) && isMeant(entry.name))
      await removeUnlessRunning(join(state, entry.name))
  }
}

async function removeUnlessRunning(folder: string): Promise<void> {
  await withClusterLock({ folder }, async () => {
    if ((await locateServer(folder)) === undefined)
      await rm(folder, { recursive: true, force: true })
  })
}

const hashLength = 8

/**
 * Roles belong to the whole cluster, and the platform's files leave roles alone that exist: other files, other
 * cluster.
 */
async function hashPlatform({ folders }: Project): Promise<string> {
  const hash = createHash('sha256')
  for (const mode of ['today', 'legacy'] as const) {
    for (const { text } of await loadPlatformFiles(folders.platform, mode)) hash.update(text)
  }
  return hash.digest('hex').slice(0, hashLength)
}

function parseMajor(text = '17'): number {
  if (/^1[5-8]$/.test(text)) return Number(text)
  throw new UserError(
    `WORKBENCH_POSTGRES=${text}: not a supported version. It is 15, 17 (the default) or 18.`,
  )
}
