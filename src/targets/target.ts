import { describeActivity, terminationOf } from '../deploy/session/activity.ts'
import type { Activity } from '../deploy/session/activity.ts'
import { readArrival, refuseUnfit } from '../deploy/session/arrival.ts'
import { withMigrationLock } from '../deploy/session/lock.ts'
import { defaultLimits, limitSession } from '../deploy/session/session.ts'
import type { Limits } from '../deploy/session/session.ts'
import { withStop } from '../deploy/session/stop.ts'
import { UserError } from '../errors.ts'
import { loadVariables } from '../files/environment.ts'
import { findEnvironment } from '../files/project.ts'
import type { Environment, RemoteEnvironment } from '../files/project.ts'
import { withSession } from '../postgres/connect.ts'
import type { Session } from '../postgres/connect.ts'
import { readPooler, refusePoolerPort } from '../postgres/pooler.ts'
import { checkUrl } from '../postgres/check-url.ts'
import { asRefusal } from '../postgres/server-error.ts'
import { describeUrl } from '../postgres/url.ts'
import { ensureLocalDatabase } from '../workbench/local.ts'
import type { Context } from '../files/context.ts'

/** A database that a command works on, with one session to it. */
export interface Target {
  readonly environment: Environment
  readonly url: string
  /** The address without the password. */
  readonly address: string
  readonly session: Session
  /** The refusal of a transaction pooler, where the session goes through one. */
  readonly pooler: UserError | undefined
  /** Says that what is done under the migration lock is to stop. */
  readonly signal?: AbortSignal
}

/**
 * Opens the database of an environment and hands it to `use`: the local one is started (and made, when it is
 * not there yet), a remote one is reached by the URL in its variable or in `.env.<environment>`.
 * Throws UserError for an unknown environment, an unset variable, a server that cannot be reached, a pooler.
 */
export async function withTarget<T>(
  context: Context,
  name: string,
  use: (target: Target) => Promise<T>,
): Promise<T> {
  const opening = await readOpening(context, name)
  // Known before anything is sent there.
  if (opening.environment.kind === 'remote') refusePoolerPort(opening.url)
  return openTarget(context, opening, async (target) => {
    if (target.pooler !== undefined) throw target.pooler
    return use(target)
  })
}

/** The same for what only reads: a transaction pooler is told with the target. */
export async function withReadTarget<T>(
  context: Context,
  name: string,
  use: (target: Target) => Promise<T>,
): Promise<T> {
  return openTarget(context, await readOpening(context, name), use)
}

/** Whose migration lock to take, and how patiently. */
export interface LockedRequest {
  readonly environment: string
  /** How long to wait for another migration, in milliseconds. */
  readonly lockWait: number
  /** The flags that were given, as they are typed, for the command that goes on. */
  readonly flags?: readonly string[] | undefined
  /** That command, where it is not the verb that runs the files; the verb's, by version, unless told. */
  readonly again?: string | undefined
}

/** Which database to open, and what its session may wait for. */
interface FitRequest {
  readonly environment: string
  readonly limits?: Limits
}

/** As withTarget, for a command that changes the database: checks that it may be migrated, and holds the lock. */
export async function withLockedTarget<T>(
  context: Context,
  request: LockedRequest & FitRequest,
  use: (target: Target) => Promise<T>,
): Promise<T> {
  return withFitTarget(context, request, async (target) =>
    lockTarget(context, { target, lockWait: request.lockWait }, use),
  )
}

/** The same without the lock, for what is to be found out before it is taken. */
export async function withFitTarget<T>(
  context: Context,
  { environment, limits = defaultLimits }: FitRequest,
  use: (target: Target) => Promise<T>,
): Promise<T> {
  return withTarget(context, environment, async (target) => {
    await limitSession(target.session, limits)
    refuseUnfit(await readArrival(target.session, context.project.schemas))
    return use(target)
  })
}

/** Holds the migration lock of a target while `use` runs, which comes to an orderly end when the process is to end. */
export async function lockTarget<T>(
  context: Pick<Context, 'talk' | 'protect'>,
  { target, lockWait }: { readonly target: Target } & Pick<LockedRequest, 'lockWait'>,
  use: (target: Target) => Promise<T>,
): Promise<T> {
  const onWait = (holder: Activity): void =>
    context.talk.note(
      `waiting for another migration: ${describeActivity(holder)}; if it will not end by itself: ${terminationOf(holder)}`,
    )
  return protect(context, target, async (signal) =>
    withMigrationLock(target.session, { wait: lockWait, onWait, signal }, async () =>
      use({ ...target, ...(signal && { signal }) }),
    ),
  )
}

/** Has work come to an orderly end when the process is to end, where somebody may say so. */
async function protect<T>(
  context: Pick<Context, 'protect'>,
  target: Target,
  work: (signal: AbortSignal | undefined) => Promise<T>,
): Promise<T> {
  if (context.protect === undefined) return work(undefined)
  return context.protect(async (signal) => withStop(signal, target, async () => work(signal)))
}

type Opening = Pick<Target, 'environment' | 'url'>

async function readOpening(context: Context, name: string): Promise<Opening> {
  const environment = findEnvironment(context.project, name)
  return { environment, url: await resolveUrl(context, environment) }
}

async function openTarget<T>(
  { project }: Context,
  { environment, url }: Opening,
  use: (target: Target) => Promise<T>,
): Promise<T> {
  const address = describeUrl(url)
  const applicationName = `${project.name}-database`
  try {
    return await withSession(
      url,
      async (session) => {
        const pooler = environment.kind === 'remote' ? await readPooler(session, url) : undefined
        // In a transaction pooler it would hold for whoever gets that connection next.
        if (pooler === undefined) await limitSession(session)
        return use({ environment, url, address, session, pooler })
      },
      { applicationName },
    )
  } catch (error) {
    throw asRefusal(error, address)
  }
}

async function resolveUrl(context: Context, environment: Environment): Promise<string> {
  if (environment.kind === 'remote') return resolveRemoteUrl(context, environment)
  return (await ensureLocalDatabase(context, environment)).url
}

/** Whether the URL of an environment is set, in the shell or in `.env.<environment>`. */
export async function hasUrl(context: Context, environment: RemoteEnvironment): Promise<boolean> {
  return (await loadUrl(context, environment)) !== ''
}

async function resolveRemoteUrl(context: Context, environment: RemoteEnvironment): Promise<string> {
  const { name, variable } = environment
  const url = await loadUrl(context, environment)
  if (url === '') {
    throw new UserError(
      `environment ${name}: ${variable} is not set. Set it in the shell or in .env.${name}; .env.example shows its form.`,
    )
  }
  return checkUrl(url, `environment ${name}: ${variable}`)
}

/** The URL that the variable of an environment holds, in the shell or in `.env.<environment>`; empty where it is not set. */
export async function loadUrl(
  { project, variables }: Context,
  { name, variable }: RemoteEnvironment,
): Promise<string> {
  const all = await loadVariables(variables, { root: project.root, environment: name })
  return all[variable] ?? ''
}
