import { execFile, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { open, readFile, readlink, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { UserError } from '../../errors.ts'
import { loadIfThere } from '../../files/read-text.ts'
import { serverVariables } from './initialise.ts'
import type { ClusterFiles } from './initialise.ts'
import { explainFault, explainText } from './server-fault.ts'

/** A server that runs, as PostgreSQL's own `postmaster.pid` tells. */
export interface RunningServer {
  readonly pid: number
  readonly port: number
  /** False while it starts, recovers or stops. */
  readonly ready: boolean
}

/** Settings of a server by name; they are given at its start and need no file. */
export type Settings = Readonly<Record<string, string>>

/** The server of a cluster's folder, or undefined when none runs; the leftovers of a killed one are none. */
export async function locateServer(folder: string): Promise<RunningServer | undefined> {
  const data = join(folder, 'data')
  const bytes = await loadIfThere(join(data, 'postmaster.pid')).catch((error: unknown) => {
    throw explainFault(folder, error)
  })
  if (bytes === undefined) return undefined
  const lines = bytes.toString('utf8').split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0 || !(await isServer(pid, data))) return undefined
  return { pid, port: Number(lines[3] ?? 0), ready: (lines[7] ?? '').trim() === 'ready' }
}

/**
 * Starts the server of a folder, which stays when this process ends, and waits until it answers. The caller
 * holds the cluster's lock and knows that none runs. Throws UserError that quotes what the server said.
 */
export async function startServer(files: ClusterFiles, settings: Settings): Promise<RunningServer> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await tryStart(files, settings)
    if (typeof outcome !== 'string') return outcome
    // A killed server's children take a moment to see that it is gone, and hold its memory until then.
    const ending = /pre-existing shared memory block/.test(outcome)
    if (!ending || attempt === 20) throw explainText(files.folder, outcome)
    await setTimeout(250)
  }
}

/** Ends a server as `pg_ctl stop -m fast` does, and waits for it. Throws UserError when it does not end in a minute. */
export async function stopServer(folder: string, { pid }: RunningServer): Promise<void> {
  interrupt(folder, pid)
  for (let waited = 0; waited < 60_000; waited += 20) {
    if ((await locateServer(folder))?.pid !== pid) return
    await setTimeout(20)
  }
  throw new UserError(
    `${folder}: the server (pid ${String(pid)}) still runs a minute after the signal to stop.`,
  )
}

function interrupt(folder: string, pid: number): void {
  try {
    process.kill(pid, 'SIGINT')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return
    throw explainFault(folder, error)
  }
}

/** The running server, or what it said when it did not start. */
async function tryStart(files: ClusterFiles, settings: Settings): Promise<RunningServer | string> {
  const path = join(files.folder, 'server.log')
  await removeLeftovers(files.folder)
  const log = await open(path, 'a', 0o600)
  try {
    const { size } = await log.stat()
    const child = launch(files, settings, log.fd)
    const server = await waitUntilReady(files.folder, child)
    child.unref()
    return server ?? (await readFile(path)).subarray(size).toString('utf8')
  } finally {
    await log.close()
  }
}

/** PostgreSQL takes any living process of the same user for the server of its lock file; we have looked closer. */
async function removeLeftovers(folder: string): Promise<void> {
  await rm(join(folder, 'data', 'postmaster.pid'), { force: true })
}

function launch(
  { folder, binaries, user }: ClusterFiles,
  settings: Settings,
  log: number,
): ChildProcess {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return spawn(binaries.postgres, ['-D', join(folder, 'data'), ...flags], {
    cwd: folder,
    env: serverVariables,
    // A separate session, so that Ctrl-C in the terminal does not reach the server.
    detached: true,
    stdio: ['ignore', log, log],
    ...(user && { uid: user.uid, gid: user.gid }),
  })
}

async function waitUntilReady(
  folder: string,
  child: ChildProcess,
): Promise<RunningServer | undefined> {
  let failure: Error | undefined
  child.once('error', (error) => {
    failure = error
  })
  for (let waited = 0; waited < 120_000; waited += 10) {
    if (failure !== undefined) throw explainFault(folder, failure)
    if (child.exitCode !== null || child.signalCode !== null) return undefined
    const server = await locateServer(folder)
    if (server !== undefined && server.ready && server.pid === child.pid) return server
    await setTimeout(10)
  }
  throw new UserError(
    `${folder}: the server does not answer two minutes after its start. See ${join(folder, 'server.log')}.`,
  )
}

/**
 * Numbers of processes are used again, and none but the cluster's own server may be told to stop: it is known by
 * its folder, which its command names. A process that has ended and waits for its parent shows no command.
 */
async function isServer(pid: number, data: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  if (` ${await parseCommand(pid)} `.includes(` -D ${data} `)) return true
  // Begun by hand, with another form of the path: it works in its folder.
  return (await readlink(`/proc/${String(pid)}/cwd`).catch(() => undefined)) === data
}

/** The words of a process's command, with spaces between; '' when it has ended. */
async function parseCommand(pid: number): Promise<string> {
  const words = await readFile(`/proc/${String(pid)}/cmdline`, 'utf8').catch(() => undefined)
  if (words !== undefined) return words.replaceAll('\0', ' ').trim()
  const asked = promisify(execFile)('ps', ['-p', String(pid), '-o', 'command='])
  return asked.then(
    ({ stdout }) => stdout.trim(),
    () => '',
  )
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
