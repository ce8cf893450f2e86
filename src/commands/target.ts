import { UserError } from '../errors.ts'
import { loadVariables } from '../files/environment.ts'
import { findEnvironment } from '../files/project.ts'
import type { Environment, RemoteEnvironment } from '../files/project.ts'
import { withSession } from '../postgres/connect.ts'
import type { Session } from '../postgres/connect.ts'
import { refusePooler, refusePoolerPort } from '../postgres/pooler.ts'
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
  const environment = findEnvironment(context.project, name)
  const url = await findUrl(context, environment)
  const address = describeUrl(url)
  const applicationName = `${context.project.name}-database`
  try {
    return await withSession(
      url,
      async (session) => {
        if (environment.kind === 'remote') await refusePooler(session, url)
        return use({ environment, url, address, session })
      },
      { applicationName },
    )
  } catch (error) {
    throw asRefusal(error, address)
  }
}

async function findUrl(context: Context, environment: Environment): Promise<string> {
  if (environment.kind === 'remote') return findRemoteUrl(context, environment)
  return (await ensureLocalDatabase(context, environment)).url
}

async function findRemoteUrl(
  { project, variables }: Context,
  { name, variable }: RemoteEnvironment,
): Promise<string> {
  const url =
    (await loadVariables(variables, { root: project.root, environment: name }))[variable] ?? ''
  if (url === '') {
    throw new UserError(
      `environment ${name}: ${variable} is not set. Set it in the shell or in .env.${name}; .env.example shows its form.`,
    )
  }
  const checked = checkUrl(url, `environment ${name}: ${variable}`)
  refusePoolerPort(checked)
  return checked
}
