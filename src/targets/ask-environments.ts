import type { NamedVersion } from '../files/migrations.ts'
import { hasMigration, readVersionNames } from '../deploy/history/version-names.ts'
import type { VersionNames } from '../deploy/history/version-names.ts'
import { UserError, sameCommand } from '../errors.ts'
import type { Context } from '../files/context.ts'
import type { Environment } from '../files/project.ts'
import { isLocalDatabaseMade } from '../workbench/local.ts'
import { hasUrl, withTarget } from './target.ts'

/** Which databases were asked whether they have a migration, and which were not. */
export interface Asked {
  /** Those that answered. */
  readonly asked: readonly { readonly environment: string; readonly address: string }[]
  readonly notAsked: readonly { readonly environment: string; readonly why: string }[]
}

/** What the databases answered: none of those that have a URL has the migration. */
export interface Answers extends Asked {
  /** The local databases that have it: there it can be rolled back. */
  readonly holders: readonly Holder[]
  /** Every version that one of the databases has. */
  readonly versions: ReadonlySet<string>
}

/** A local database that has a migration, and what else it has. */
export interface Holder {
  readonly environment: string
  readonly has: VersionNames
}

/** Throws UserError on a machine of CI: what changes migrations that are written already is a person's to decide. */
export function refuseCi({ variables }: Context, verb: string): void {
  const value = variables['CI'] ?? ''
  if (['', '0', 'false'].includes(value)) return
  throw new UserError(
    `${verb}: not in CI (the variable CI is set). It changes files that people review. Run it on your machine, and commit.`,
  )
}

/**
 * Asks the local database and every environment whose URL is set whether it has a migration, by version and name. What
 * others have must stay as it is: throws UserError that names each environment with a URL that has it, and what to do
 * `instead`, and each one that does not answer.
 */
export async function askEnvironments(
  context: Context,
  migration: NamedVersion,
  { instead }: { readonly instead: string },
): Promise<Answers> {
  context.talk.step('asking the environments')
  const replies = await Promise.all(
    context.project.environments.map(async (environment) => ask(context, environment)),
  )
  refuse(replies, migration, instead)
  const answers = replies.filter((reply) => reply.kind === 'answer')
  return {
    asked: answers.map(({ environment: { name }, address }) => ({ environment: name, address })),
    notAsked: replies
      .filter((reply) => reply.kind === 'not asked')
      .map(({ environment: { name }, why }) => ({ environment: name, why })),
    holders: answers
      .filter(({ has }) => hasMigration(has, migration))
      .map(({ environment: { name }, has }) => ({ environment: name, has })),
    versions: new Set(answers.flatMap(({ has }) => [...has.names.keys()])),
  }
}

type Reply = { readonly environment: Environment } & (
  | { readonly kind: 'answer'; readonly address: string; readonly has: VersionNames }
  | { readonly kind: 'not asked'; readonly why: string }
  | { readonly kind: 'silent'; readonly error: UserError }
)

async function ask(context: Context, environment: Environment): Promise<Reply> {
  try {
    const why = await whyNot(context, environment)
    if (why !== undefined) return { kind: 'not asked', environment, why }
    return await withTarget(context, environment.name, async ({ session, address }) => ({
      kind: 'answer',
      environment,
      address,
      has: await readVersionNames(session),
    }))
  } catch (error) {
    if (error instanceof UserError) return { kind: 'silent', environment, error }
    throw error
  }
}

/** Why nobody is to be asked there; undefined when somebody is. */
async function whyNot(context: Context, environment: Environment): Promise<string | undefined> {
  if (environment.kind === 'embedded')
    return (await isLocalDatabaseMade(context, environment)) ? undefined : 'it was never started'
  return (await hasUrl(context, environment)) ? undefined : `${environment.variable} is not set`
}

function refuse(replies: readonly Reply[], migration: NamedVersion, instead: string): void {
  const holders = replies.flatMap((reply) => describeHolder(reply, migration))
  const silent = replies.flatMap((reply) =>
    reply.kind === 'silent'
      ? [`  ${reply.environment.name} does not answer: ${reply.error.message}`]
      : [],
  )
  if (holders.length + silent.length === 0) return
  throw new UserError(
    [
      `${migration.version}_${migration.name}: nothing was changed, since others may have it:`,
      ...holders,
      ...silent,
      ...(holders.length === 0 ? [] : [`What a database has keeps its version: ${instead}.`]),
      ...(silent.length === 0 ? [] : [again]),
    ].join('\n'),
  )
}

const again = `Every environment whose URL is set is asked. See that all of them answer, or unset the URLs of those that cannot have it. ${sameCommand}`

/** A local database that has it by name does not prevent that: there it can be rolled back. */
function describeHolder(reply: Reply, migration: NamedVersion): string[] {
  if (reply.kind !== 'answer' || !hasMigration(reply.has, migration)) return []
  const { environment, address, has } = reply
  const { version } = migration
  const isNamed = (has.names.get(version) ?? []).length > 0
  if (isNamed && environment.kind === 'embedded') return []
  const what = isNamed ? 'it' : `a version ${version}, and its history does not have the name`
  return [`  ${environment.name} (${address}) has ${what}`]
}
