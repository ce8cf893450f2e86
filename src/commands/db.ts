import { UserError } from '../errors.ts'
import type { Context } from '../files/context.ts'
import { findEnvironment } from '../files/project.ts'
import type { EmbeddedEnvironment } from '../files/project.ts'
import { describeUrl, withUser } from '../postgres/url.ts'
import {
  ensureLocalDatabase,
  locateLocalDatabase,
  removeLocalDatabase,
  stopLocalDatabase,
} from '../workbench/local.ts'
import type { LocalDatabase } from '../workbench/local.ts'
import { stopWorkbenches } from '../workbench/stop-workbench.ts'

/** What a person can do with the local database, except `psql`, which is a separate terminal. */
export type DbAction = 'start' | 'stop' | 'status' | 'url' | 'reset' | 'stop-workbench'

/** What an action came to: how the server is now, or the URL that was asked for. */
export type DbResult =
  | {
      readonly kind: 'running'
      readonly action: 'start' | 'status' | 'reset'
      readonly address: string
      readonly folder: string
      readonly pid: number
      /** Whether it was started by this action. */
      readonly started: boolean
    }
  | {
      readonly kind: 'stopped'
      readonly action: 'stop' | 'status'
      readonly folder: string
      readonly wasRunning: boolean
    }
  | { readonly kind: 'url'; readonly url: string }
  /** The workbenches that ran, by their folders. */
  | { readonly kind: 'workbench'; readonly stopped: readonly string[] }

/**
 * Starts, stops, looks at or resets the local database, or stops the workbench. Errors as ensureLocalDatabase and
 * stopWorkbenches.
 */
export async function dbCommand(context: Context, action: DbAction): Promise<DbResult> {
  if (action === 'stop-workbench')
    return { kind: 'workbench', stopped: await stopWorkbenches(context) }
  const environment = localEnvironment(context)
  return actions[action](context, environment)
}

/** The local database for a program that wants to enter it, started when it is not running. */
export async function openLocal(context: Context): Promise<LocalDatabase> {
  return ensureLocalDatabase(context, localEnvironment(context))
}

const actions: Readonly<
  Record<
    Exclude<DbAction, 'stop-workbench'>,
    (context: Context, environment: EmbeddedEnvironment) => Promise<DbResult>
  >
> = {
  start: async (context, environment) =>
    running('start', await ensureLocalDatabase(context, environment)),
  reset: async (context, environment) => {
    await removeLocalDatabase(context, environment)
    return running('reset', await ensureLocalDatabase(context, environment))
  },
  url: async (context, environment) => {
    const { url } = await ensureLocalDatabase(context, environment)
    return { kind: 'url', url }
  },
  stop: async (context, environment) => {
    const { folder } = await locateLocalDatabase(context, environment)
    const wasRunning = await stopLocalDatabase(context, environment)
    return { kind: 'stopped', action: 'stop', folder, wasRunning }
  },
  status: async (context, environment) => {
    const { folder, server } = await locateLocalDatabase(context, environment)
    if (server === undefined)
      return { kind: 'stopped', action: 'status', folder, wasRunning: false }
    const address = describeUrl(withUser(server.adminUrl(environment.database), 'postgres', ''))
    return { kind: 'running', action: 'status', address, folder, pid: server.pid, started: false }
  },
}

function running(action: 'start' | 'reset', { url, folder, server }: LocalDatabase): DbResult {
  return {
    kind: 'running',
    action,
    address: describeUrl(url),
    folder,
    pid: server.pid,
    started: server.started,
  }
}

function localEnvironment({ project }: Context): EmbeddedEnvironment {
  const environment = findEnvironment(project, 'local')
  if (environment.kind === 'embedded') return environment
  throw new UserError(
    `${project.folders.environments}/local.json: is not an embedded database, so it cannot be started or stopped.`,
  )
}
