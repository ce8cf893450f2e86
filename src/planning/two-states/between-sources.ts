import { historySchemas } from '../../deploy/history/history.ts'
import { UserError } from '../../errors.ts'
import type { Variables } from '../../files/environment.ts'
import type { Project } from '../../files/project.ts'
import type { Catalog } from '../../model/catalog.ts'
import { locateSource } from '../../files/source.ts'
import type { Source } from '../../files/source.ts'
import { withDatabase } from '../../postgres/connect.ts'
import { checkUrl } from '../../postgres/check-url.ts'
import { readLogin, readUrl } from '../../proof/read-url.ts'
import type { Login } from '../../proof/read-url.ts'
import { readStaying } from '../../proof/state.ts'
import type { State, View } from '../../proof/state.ts'
import { loadSource } from '../../workbench/scratch/loaded-source.ts'
import type { LoadedSource } from '../../workbench/scratch/loaded-source.ts'
import type { Scratch } from '../../workbench/scratch/scratch.ts'
import type { Workbench } from '../../workbench/server/server.ts'
import { withFileSource } from '../../workbench/scratch/source-scratch.ts'
import type { Ground, LoadedScratch, Platform } from '../../workbench/scratch/source-scratch.ts'

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
  readonly proof: boolean
}

/** A source as it was asked for: a URL of it has been entered once. */
interface Origin {
  readonly source: Source
  readonly login: Login | undefined
}

/** Two sources that were loaded, and where files of them are loaded. */
export interface Sides {
  readonly from: LoadedSource
  readonly to: LoadedSource
  readonly ground: Ground
  readonly view: View
}

/** A source's state, the database that it was read from where that is a scratch database, and what is to be said. */
export interface Opened {
  readonly state: State
  readonly scratch: Scratch | undefined
  readonly notes: readonly string[]
}

/**
 * Catalogs between which a plan is made. What is made belongs to whoever makes it: unless that is the same user on both
 * sides and on the workbench, every owner is said.
 */
export function withOwners(
  { ground }: Sides,
  from: Catalog,
  to: Catalog,
): { readonly from: Catalog; readonly to: Catalog } {
  const { username } = new URL(ground.workbench.userUrl('postgres'))
  const users = new Set([from.role, to.role, decodeURIComponent(username)])
  return users.size === 1 ? { from, to } : { from, to: { ...to, role: '' } }
}

/** Two sources that were loaded, before there is a workbench for them. */
interface FoundSides extends Pick<Sides, 'from' | 'to' | 'view'> {
  readonly platform: Platform
  /** Who logs in to the databases of URLs. */
  readonly logins: readonly Login[]
  /** With the version of the workbench that is to be compared with a database. */
  readonly variables: Variables
}

/** Finds two sources and loads them. Throws UserError for what is not there. */
export async function findSides(
  project: Project,
  variables: Variables,
  request: SidesRequest,
): Promise<FoundSides> {
  const [from, to] = await Promise.all(
    (['from', 'to'] as const).map(async (name) => {
      // npm runs a verb at the project's root, and says where it was called.
      const folders = [variables['INIT_CWD'] ?? '', process.cwd(), project.root]
      return locateOrigin(folders, request[name], name)
    }),
  )
  if (from === undefined || to === undefined) throw new Error('two sources')
  const platform = request.platform ?? defaultPlatform(project, [from.source, to.source])
  const logins = [from.login, to.login].flatMap((login) => login ?? [])
  return {
    from: await loadSource(from.source),
    to: await loadSource(to.source),
    view: viewOf(request, platform, logins.length > 0),
    platform,
    logins,
    variables: withVersion(variables, logins),
  }
}

/** Two sources with the workbench on which their files are loaded. Throws UserError where its version is another one. */
export function sidesOn(
  workbench: Workbench,
  { from, to, view, platform, logins }: FoundSides,
): Sides {
  refuseOtherVersions(workbench, logins)
  return { from, to, view, ground: { workbench, platform } }
}

async function locateOrigin(
  folders: readonly string[],
  text: string,
  name: string,
): Promise<Origin> {
  const source = await locateSource(
    text,
    folders.filter((folder) => folder !== ''),
  )
  if (source.kind !== 'url') return { source, login: undefined }
  const url = checkUrl(source.url, `--${name}`)
  return { source: { kind: 'url', url }, login: await readLogin(url) }
}

function defaultPlatform({ folders }: Project, sources: readonly Source[]): Platform {
  const own = [folders.schema, folders.migrations]
  const isOwn = sources.some((source) => 'folder' in source && own.includes(source.folder))
  return isOwn ? 'supabase' : 'none'
}

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
  const unobserved = !proof
  const except = [...historySchemas, ...(superusers ? [] : platformSchemas)]
  if (schemas !== undefined) {
    return {
      scope: { schemas, superusers },
      ignoreSchemas: { allBut: schemas },
      portable,
      unobserved,
    }
  }
  // Two stand-ins are alike; another server has a different platform.
  const ignoreSchemas = superusers || !portable ? historySchemas : except
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

/**
 * Opens two sources and reads both at the same time; the scratch databases of files stay while `use` runs. The observer
 * sums up each: its lines are read where the sums differ.
 */
export async function withBoth<T>(
  sides: Sides,
  use: (from: Opened, to: Opened) => Promise<T>,
): Promise<T> {
  return withLoaded(sides, sides.from, async (from) =>
    withLoaded(sides, sides.to, async (to) =>
      use(...(await Promise.all([read(sides, sides.from, from), read(sides, sides.to, to)]))),
    ),
  )
}

async function withLoaded<T>(
  { ground }: Sides,
  source: LoadedSource,
  use: (scratch: LoadedScratch | undefined) => Promise<T>,
): Promise<T> {
  return source.kind === 'url' ? use(undefined) : withFileSource(ground, source, use)
}

async function read(
  { ground, view }: Sides,
  source: LoadedSource,
  scratch: LoadedScratch | undefined,
): Promise<Opened> {
  if (source.kind === 'url') {
    const { settings, ...state } = await readUrl(source.url, view)
    return { state, scratch: undefined, notes: settings.map(noteSetting) }
  }
  if (scratch === undefined) throw new Error('a file without its scratch database')
  // The database may be changed by a proof: its lines are read from another one.
  const state = await readStaying(scratch, view, async (look) =>
    withFileSource(ground, source, async ({ adminUrl }) => withDatabase(adminUrl, look)),
  )
  return { state, scratch, notes: scratch.notes }
}

function noteSetting(setting: string): string {
  return `settings of the database itself are not planned: ${setting}`
}
