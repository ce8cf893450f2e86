import { UserError } from '../../errors.ts'
import type { Context } from '../../files/context.ts'
import { findEnvironment } from '../../files/project.ts'
import type { Environment, RemoteEnvironment } from '../../files/project.ts'
import { isSameDatabase } from '../../postgres/same-database.ts'
import { loadUrl } from '../target.ts'

/** The only environments that rows of samples may reach. */
const seedable: readonly string[] = ['local', 'test']

/**
 * Throws UserError for an environment that is neither `local` nor `test`, and for a URL of `test` that leads to the
 * database of another environment. No flag changes that.
 */
export async function refuseToSeed(context: Context, name: string): Promise<void> {
  const environment = findEnvironment(context.project, name)
  if (!isSeedable(environment)) {
    throw new UserError(
      `${name}: sample rows are for the environments ${seedable.join(' and ')} only, so nothing was done.`,
    )
  }
  if (environment.kind === 'embedded') return
  const url = await loadUrl(context, environment)
  for (const other of othersOf(context, environment)) {
    const theirs = await loadUrl(context, other)
    if (theirs === '' || !isSameDatabase(url, theirs)) continue
    throw new UserError(
      `${name}: ${environment.variable} leads to the database of ${other.name} (${other.variable}), so nothing was done.`,
    )
  }
}

/** The local database is the one that this project starts; what confirms its changes holds more than rows of tests. */
function isSeedable(environment: Environment): boolean {
  if (environment.kind === 'embedded') return environment.name === 'local'
  return environment.name === 'test' && !environment.confirm
}

function othersOf({ project }: Context, { name }: RemoteEnvironment): RemoteEnvironment[] {
  return project.environments.flatMap((other) =>
    other.kind === 'remote' && !seedable.includes(other.name) && other.name !== name ? [other] : [],
  )
}
