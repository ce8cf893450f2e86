import { ownSchemas } from '../../files/own-schemas.ts'
import { UserError } from '../../errors.ts'
import type { Variables } from '../../files/environment.ts'
import type { Project } from '../../files/project.ts'
import { locateSource } from '../../files/source.ts'
import type { Source } from '../../files/source.ts'
import { checkUrl } from '../../postgres/check-url.ts'
import type { Login } from '../../proof/read-url.ts'
import type { View } from '../../proof/state.ts'
import { loadSource } from '../../workbench/sources/loaded-source.ts'
import type { Workbench } from '../../workbench/server/server.ts'
import type { Platform } from '../../workbench/sources/source-scratch.ts'
import type { Sides } from './between-sources.ts'
import type { Extent } from './extent.ts'
import { startReading } from './start-reading.ts'

/** The two states of a plan, and what is looked at. */
export interface BetweenRequest {
  /** A URL of PostgreSQL, a .sql file, a folder of schema files or of migrations. */
  readonly from: string
  readonly to: string
  /** The schemas that are planned; all but PostgreSQL's, the platform's and those of histories when absent. */
  readonly schemas?: readonly string[] | undefined
  /** What lies under files; supabase for this project's own folders, else none, when absent. */
  readonly platform?: Platform | undefined
}

interface SidesRequest extends BetweenRequest {
  /** Whether the observer is asked: without a proof it is not. */
  readonly proof: Extent
}

/** Two sources that were loaded, before there is a workbench for them. */
interface FoundSides extends Pick<Sides, 'from' | 'to' | 'view' | 'states'> {
  readonly platform: Platform
  /** Who logs in to the databases of URLs. */
  readonly logins: readonly Login[]
  /** With the version of the workbench that is to be compared with a database. */
  readonly variables: Variables
}

/** Finds two sources and loads them; databases are entered, and are being read. Throws UserError for what is not there. */
export async function findSides(
  project: Project,
  variables: Variables,
  request: SidesRequest,
): Promise<FoundSides> {
  // npm runs a verb at the project's root, and says where it was called.
  const folders = [variables['INIT_CWD'] ?? '', process.cwd(), project.root]
  const [from, to] = await Promise.all([
    locateOrigin(folders, request.from, 'from'),
    locateOrigin(folders, request.to, 'to'),
  ])
  const platform = request.platform ?? defaultPlatform(project, [from, to])
  const urls = { from: urlOf(from), to: urlOf(to) }
  const view = viewOf(request, platform, urls.from !== undefined || urls.to !== undefined)
  const loaded = {
    from: await loadSource(from, project.folders),
    to: await loadSource(to, project.folders),
  }
  const keeps = request.proof === 'touched'
  const { logins: entering, states } = startReading(urls, view, { keeps })
  const logins = await entering
  return { ...loaded, view, states, platform, logins, variables: withVersion(variables, logins) }
}

/** Two sources with the workbench on which their files are loaded. Throws UserError where its version is another one. */
export function sidesOn(
  workbench: Workbench,
  { from, to, view, states, platform, logins }: FoundSides,
): Sides {
  refuseOtherVersions(workbench, logins)
  const { username } = new URL(workbench.userUrl('postgres'))
  const user = decodeURIComponent(username)
  return { from, to, view, states, user, ground: () => ({ workbench, platform }) }
}

/**
 * Two databases that are only read. Undefined for sources of which one is loaded; throws UserError where the databases
 * are of two versions.
 */
export function sidesAlone({ from, to, view, states, logins }: FoundSides): Sides | undefined {
  const [left, right] = logins
  if (left === undefined || right === undefined) return undefined
  const [one, other] = [left, right].map(({ serverVersion }) => majorOf(serverVersion))
  if (one !== other)
    throw new UserError(
      `One database is PostgreSQL ${String(one)} and the other ${String(other)}: two versions cannot be compared.`,
    )
  return { from, to, view, states, user: left.user, ground: withoutGround }
}

function withoutGround(): never {
  throw new Error('a copy is asked for where no workbench is held')
}

async function locateOrigin(
  folders: readonly string[],
  text: string,
  name: string,
): Promise<Source> {
  const source = await locateSource(
    text,
    folders.filter((folder) => folder !== ''),
  )
  return source.kind === 'url' ? { kind: 'url', url: checkUrl(source.url, `--${name}`) } : source
}

function urlOf(source: Source): string | undefined {
  return source.kind === 'url' ? source.url : undefined
}

function defaultPlatform({ folders }: Project, sources: readonly Source[]): Platform {
  const own = [folders.schema, folders.migrations]
  const isSupabase = sources.some(
    (source) =>
      'folder' in source && (own.includes(source.folder) || ofSupabase.test(source.folder)),
  )
  return isSupabase ? 'supabase' : 'none'
}

/** As the Supabase CLI lays out a project. */
const ofSupabase = /[/\\]supabase[/\\](?:migrations|schemas)$/

/** What Supabase makes in a project's database, besides what the stand-in has. */
const platformSchemas = [
  'auth',
  'storage',
  'realtime',
  'vault',
  'extensions',
  'graphql',
  'graphql_public',
  'supabase_functions',
  'pgbouncer',
  '_realtime',
  '_analytics',
  'net',
  'cron',
  'pgsodium',
  'pgsodium_masks',
] as const

function viewOf({ schemas, proof }: SidesRequest, platform: Platform, portable: boolean): View {
  const superusers = platform === 'none'
  const unobserved = proof === 'none'
  const except = [...ownSchemas, ...(superusers ? [] : platformSchemas)]
  if (schemas !== undefined) {
    return {
      scope: { schemas, superusers },
      ignoreSchemas: { allBut: schemas },
      portable,
      unobserved,
    }
  }
  // Two stand-ins are alike; another server has a different platform.
  const ignoreSchemas = superusers || !portable ? ownSchemas : except
  return { scope: { except, superusers }, ignoreSchemas, portable, unobserved }
}

/** An embedded workbench is of the version of the database that files are compared with. */
function withVersion(variables: Variables, logins: readonly Login[]): Variables {
  const [login] = logins
  if (login === undefined || variables['WORKBENCH_POSTGRES'] !== undefined) return variables
  const major = String(majorOf(login.serverVersion))
  return embedded.has(major) ? { ...variables, WORKBENCH_POSTGRES: major } : variables
}

const embedded: ReadonlySet<string> = new Set(['15', '17', '18'])

function refuseOtherVersions({ serverVersion }: Workbench, logins: readonly Login[]): void {
  const other = logins.find((login) => majorOf(login.serverVersion) !== majorOf(serverVersion))
  if (other === undefined) return
  throw new UserError(
    `The workbench is PostgreSQL ${String(majorOf(serverVersion))} and a database ${String(majorOf(other.serverVersion))}: ` +
      'two versions cannot be compared. Set WORKBENCH_URL to a server of that version; embedded ones are 15, 17 and 18.',
  )
}

function majorOf(serverVersion: number): number {
  return Math.floor(serverVersion / 10_000)
}
