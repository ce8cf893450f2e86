import { readArrival, refuseUnfit } from '../deploy/run/arrival.ts'
import { withMigrationLock } from '../deploy/run/lock.ts'
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
}

/** As withTarget, for a command that changes the database: checks that it may be migrated, and holds the lock. */
export async function withLockedTarget<T>(
  context: Context,
  { environment, lockWait }: LockedRequest,
  use: (target: Target) => Promise<T>,
): Promise<T> {
  return withTarget(context, environment, async (target) => {
    refuseUnfit(await readArrival(target.session, context.project.schemas))
    const onWait = (holder: string): void =>
      context.talk.note(`waiting for another migration: ${holder}`)
    return withMigrationLock(target.session, { wait: lockWait, onWait }, () => use(target))
  })
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
