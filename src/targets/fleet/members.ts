import { UserError } from '../../errors.ts'
import type { Context } from '../../files/context.ts'
import { loadVariables } from '../../files/environment.ts'
import type { FleetList } from '../../files/fleet-file.ts'
import { checkUrl } from '../../postgres/check-url.ts'
import { sendText, sql, withSession } from '../../postgres/connect.ts'
import { asFileError } from '../../postgres/server-error.ts'
import { databaseKey } from '../../postgres/same-database.ts'
import { describeUrl, withDatabaseName } from '../../postgres/url.ts'
import { splitStatements } from '../../sql/scan/split.ts'

/** One database of a fleet. */
export interface Member {
  /** The name of its variable, or of the database; where a query answers URLs, its address without the password. */
  readonly name: string
  readonly url: string
  /** The variable that holds the URL; undefined where a query answers it. */
  readonly variable?: string | undefined
  /** Whether it is changed first, and what the others are compared with. */
  readonly canary: boolean
}

/**
 * Finds the databases of a fleet, the canary first, the others in the order of the list. URLs are read from the
 * environment and `.env.fleet`. Throws UserError for what is not set, cannot be asked, or stands in the list twice.
 */
export async function findMembers(context: Context, list: FleetList): Promise<Member[]> {
  const urlOf = async (variable: string): Promise<string> =>
    resolveUrl(context, variable, list.path)
  const found =
    list.kind === 'query'
      ? await askForMembers(list, await urlOf(list.variable))
      : await Promise.all(
          list.entries.map(async ({ variable, canary }) => ({
            name: variable,
            variable,
            url: await urlOf(variable),
            canary,
          })),
        )
  refuseDoubles(found, list.path)
  return canaryFirst(found)
}

/**
 * The URL that a variable holds, in the environment or in `.env.fleet`. Throws UserError where it is not set, or is none;
 * `source` says who names the variable.
 */
export async function resolveUrl(
  { project, variables }: Context,
  variable: string,
  source: string,
): Promise<string> {
  const all = await loadVariables(variables, { root: project.root, environment: 'fleet' })
  const url = all[variable] ?? ''
  if (url !== '') return checkUrl(url, `${source}: ${variable}`)
  throw new UserError(`${source}: ${variable} is not set. Set it in the shell or in .env.fleet.`)
}

/** The context in which a member is an environment: every command that takes one works on it as it is. */
export function contextOfMember(context: Context, { name, url }: Member): Context {
  const { project, variables } = context
  const variable = 'FLEET_MEMBER_URL'
  return {
    ...context,
    project: {
      ...project,
      environments: [{ kind: 'remote', name, about: 'of a fleet', variable, confirm: false }],
    },
    variables: { ...variables, [variable]: url },
  }
}

/** A row of the query: its first column, and the column `canary` where there is one. */
type Row = Readonly<Record<string, unknown>>

async function askForMembers(
  { path, text }: Extract<FleetList, { readonly kind: 'query' }>,
  url: string,
): Promise<Member[]> {
  await refuseOtherThanQuery(text, path)
  const rows: Row[] = await withSession(url, async (session) =>
    session.tx(async (tx) => {
      await sendText(tx, 'set transaction read only')
      const [answer] = await tx.query([sql.__dangerous__rawValue(text)]).catch((error: unknown) => {
        throw asFileError(error, text, { path })
      })
      return answer ?? []
    }),
  )
  if (rows.length === 0) throw new UserError(`${path}: the query lists no database.`)
  return rows.map((row, index) =>
    memberOf(row, { url, place: `${path}: row ${String(index + 1)}` }),
  )
}

async function refuseOtherThanQuery(text: string, path: string): Promise<void> {
  const statements = await splitStatements(text, path)
  if (statements.length === 1 && statements[0]?.node === 'SelectStmt') return
  throw new UserError(
    `${path}: after its first line it should have one query, with the URL or the name of a database in the first column.`,
  )
}

function memberOf(
  row: Row,
  { url, place }: { readonly url: string; readonly place: string },
): Member {
  const [value] = Object.values(row)
  // A name goes into tables and messages.
  if (typeof value !== 'string' || value === '' || /\p{Cc}/u.test(value))
    throw new UserError(
      `${place} of the query: the first column should be a text, a URL or the name of a database on the same server.`,
    )
  const canary = row['canary'] === true
  if (!value.includes('://')) return { name: value, url: withDatabaseName(url, value), canary }
  const checked = checkUrl(value, `${place} of the query`)
  return { name: describeUrl(checked), url: checked, canary }
}

function refuseDoubles(members: readonly Member[], path: string): void {
  for (const same of Map.groupBy(members, ({ url }) => databaseKey(url)).values()) {
    const [first, second] = same
    if (first === undefined || second === undefined) continue
    throw new UserError(
      `${path}: ${first.name} and ${second.name} are the same database (${describeUrl(first.url)}). Take one out.`,
    )
  }
  if (members.filter(({ canary }) => canary).length > 1)
    throw new UserError(`${path}: the query marks more than one canary. One is changed first.`)
}

function canaryFirst(members: readonly Member[]): Member[] {
  const marked = Math.max(
    0,
    members.findIndex(({ canary }) => canary),
  )
  return members
    .map((member, index) => ({ ...member, canary: index === marked }))
    .toSorted((a, b) => Number(b.canary) - Number(a.canary))
}
