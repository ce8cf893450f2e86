import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { UserError } from '../../errors.ts'
import { loadIfThere } from '../../files/read-text.ts'
import type { Binaries } from './binaries.ts'
import { explainFault } from './server-fault.ts'
import type { ServerUser } from './server-user.ts'

/** The superuser of a cluster that is made here, unless told, as on Supabase. */
export const clusterSuperuser = 'supabase_admin'

/** A cluster on disk: `data` is PostgreSQL's, `password` the superuser's, `server.log` the server's talk. */
export interface ClusterFiles {
  readonly folder: string
  readonly binaries: Binaries
  readonly user: ServerUser | undefined
  /** Whether its data may be lost: then whatever blocks a new one is removed. */
  readonly throwaway?: boolean
  /** What its superuser is called; clusterSuperuser when absent. */
  readonly superuser?: string
  /** A file that keeps the password beyond the cluster, for the next one in its place. */
  readonly passwordKept?: string
}

/**
 * Makes the cluster's folder unless it is there: initdb, UTF-8, a random password in a file of mode 0600. It is
 * built under another name and renamed, so that a half-built one is never used. The caller holds the cluster's
 * lock. Throws UserError when the folder holds another major version, or when the disk is full or closed.
 */
export async function ensureInitialised(files: ClusterFiles): Promise<void> {
  const version = await loadIfThere(join(files.folder, 'data', 'PG_VERSION')).catch(
    (error: unknown) => {
      throw explainFault(files.folder, error)
    },
  )
  if (version !== undefined) {
    refuseOtherVersion(files, version.toString('utf8').trim())
    return
  }
  await removeHalfBuilt(files.folder)
  await clearPlace(files)
  await build(files)
}

/** The password of the cluster's superuser. */
export async function readPassword(folder: string): Promise<string> {
  const bytes = await loadIfThere(join(folder, 'password')).catch((error: unknown) => {
    throw explainFault(folder, error)
  })
  if (bytes !== undefined) return bytes.toString('utf8').trim()
  throw new UserError(
    `${join(folder, 'password')}: missing. The cluster cannot be entered without it; move ${folder} away to start with a new one.`,
  )
}

/** Keeps the password beyond the cluster, where it is to be kept and the cluster has one. */
export async function keepPassword({ folder, passwordKept }: ClusterFiles): Promise<void> {
  const bytes = await loadIfThere(join(folder, 'password'))
  if (passwordKept !== undefined && bytes !== undefined)
    await writeFile(passwordKept, bytes, { mode: 0o600 })
}

async function readKept({ passwordKept }: ClusterFiles): Promise<string | undefined> {
  const bytes = passwordKept === undefined ? undefined : await loadIfThere(passwordKept)
  const kept = bytes?.toString('utf8').trim() ?? ''
  return kept === '' ? undefined : kept
}

function refuseOtherVersion({ folder, binaries }: ClusterFiles, version: string): void {
  if (version === String(binaries.major)) return
  throw new UserError(
    `${join(folder, 'data')}: made by PostgreSQL ${version}, but version ${String(binaries.major)} is asked for. ` +
      'Use that version again, or move the folder away: then a new one is created.',
  )
}

const building = '.building'

/** What a killed process left: the lock is ours, so nobody is at it. */
async function removeHalfBuilt(folder: string): Promise<void> {
  const names = await readdir(dirname(folder))
  const left = names.filter(
    (name) => name.startsWith(`${basename(folder)}.`) && name.endsWith(building),
  )
  for (const name of left) await rm(join(dirname(folder), name), { recursive: true, force: true })
}

/** A folder without a cluster's version is one that is no more, or never was one. */
async function clearPlace({ folder, throwaway = false }: ClusterFiles): Promise<void> {
  const data = await readdir(join(folder, 'data')).catch(() => [])
  if (data.length > 0 && !throwaway) {
    throw new UserError(
      `${join(folder, 'data')}: not a whole cluster, PG_VERSION is missing. Restore it, or move the folder away: then a new one is created.`,
    )
  }
  // Its server may still be ending there: it gets another name first.
  const aside = temporaryName(folder)
  const isThere = await rename(folder, aside).then(
    () => true,
    () => false,
  )
  if (isThere) await rm(aside, { recursive: true, force: true })
}

function temporaryName(folder: string): string {
  return `${folder}.${randomBytes(4).toString('hex')}${building}`
}

async function build(files: ClusterFiles): Promise<void> {
  const temporary = temporaryName(files.folder)
  try {
    await mkdir(temporary)
    await chmod(temporary, 0o755)
    await runInitdb(files, temporary)
    await rename(temporary, files.folder)
  } catch (error) {
    await rm(temporary, { recursive: true, force: true })
    throw explainFault(files.folder, error)
  }
}

async function runInitdb(files: ClusterFiles, folder: string): Promise<void> {
  const { binaries, user } = files
  const password = (await readKept(files)) ?? randomBytes(24).toString('base64url')
  const data = join(folder, 'data')
  // initdb runs as the server's user, who may not read our password file: it gets its own, inside its folder.
  const handed = join(folder, 'handed')
  await mkdir(data, { mode: 0o700 })
  await writeFile(join(folder, 'password'), `${password}\n`, { mode: 0o600 })
  await writeFile(handed, password, { mode: 0o600 })
  if (user !== undefined) {
    await chown(data, user.uid, user.gid)
    await chown(handed, user.uid, user.gid)
  }
  await promisify(execFile)(
    binaries.initdb,
    [...initdbArguments(files), `--pwfile=${handed}`, data],
    {
      cwd: folder,
      env: serverVariables,
      ...(user && { uid: user.uid, gid: user.gid }),
    },
  )
  await rm(handed)
}

/** The server's programs see nothing of our environment; English messages are what server-fault.ts reads. */
export const serverVariables = { LC_ALL: 'C', PATH: '/usr/bin:/bin' } as const

function initdbArguments({ binaries, superuser = clusterSuperuser }: ClusterFiles): string[] {
  return [
    `--username=${superuser}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    ...localeArguments(binaries.major),
    '--no-instructions',
    // The first start writes everything out; a crash before that leaves a folder that is rebuilt.
    '--no-sync',
  ]
}

/**
 * One order of texts and one meaning of upper and lower on every machine: from 17 on PostgreSQL brings its own
 * C.UTF-8; before, the system's where it has one.
 */
function localeArguments(major: number): string[] {
  if (major >= 17) return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  return process.platform === 'linux' ? ['--locale=C.UTF-8'] : ['--locale=C']
}
