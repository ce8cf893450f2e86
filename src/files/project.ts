import { dirname, join } from 'node:path'
import { UserError } from '../errors.ts'
import { fieldsIn, loadJsonFile, numberIn, textIn, textsIn } from './json-file.ts'
import { listFolder } from './list-folder.ts'
import { findOwnSchema } from './own-schemas.ts'
import { loadIfThere } from './read-text.ts'

/** What the library must know of a project: `database.json` and `environments/<name>.json` at its root. */
export interface Project {
  readonly root: string
  readonly name: string
  /** Who writes history rows: the package's name and version. */
  readonly operator: string
  /** The schemas that the schema files govern. */
  readonly schemas: readonly string[]
  /** Those of them that an API shows to whoever has its key. */
  readonly exposed: readonly string[]
  /** Parameters of functions that take null though they have no default, as `schema.function.parameter`. */
  readonly nullArguments: readonly string[]
  /** Absolute paths. */
  readonly folders: Folders
  /** In byte order of their names. */
  readonly environments: readonly Environment[]
}

interface Folders {
  readonly schema: string
  readonly migrations: string
  readonly platform: string
  readonly environments: string
  readonly samples: string
  /** Rows that belong to the schema: reference rows. */
  readonly rows: string
  /** What applications copy. */
  readonly client: string
}

/** Where a database lives: a server that this project starts itself, or a URL in a variable. */
export type Environment = EmbeddedEnvironment | RemoteEnvironment

/** A server that this project makes, starts and keeps under `.local`. */
export interface EmbeddedEnvironment {
  readonly kind: 'embedded'
  readonly name: string
  readonly about: string
  /** The major version of PostgreSQL. */
  readonly postgres: number
  readonly port: number
  readonly database: string
}

/** A server of somebody else, by a URL that is not in the repository. */
export interface RemoteEnvironment {
  readonly kind: 'remote'
  readonly name: string
  readonly about: string
  /** The variable that holds the URL, so that no secret is in the repository. */
  readonly variable: string
  /** Whether a change asks for the environment's name to be typed. */
  readonly confirm: boolean
}

/** Loads the project whose root holds `database.json`, looking upwards from `start`. Throws UserError when there is none or a file has not its form. */
export async function loadProject(start: string): Promise<Project> {
  const root = await locateRoot(start)
  const path = join(root, 'database.json')
  const read = await loadJsonFile(path)
  const folders = fieldsIn(read, 'folders', path)
  const schemas = textsIn(read, 'schemas', path)
  refuseOwnSchema(schemas, path)
  const resolved = {
    schema: join(root, textIn(folders, 'schema', path)),
    migrations: join(root, textIn(folders, 'migrations', path)),
    platform: join(root, textIn(folders, 'platform', path)),
    environments: join(root, textIn(folders, 'environments', path)),
    samples: join(root, textIn(folders, 'samples', path)),
    rows: join(root, 'rows' in folders ? textIn(folders, 'rows', path) : 'rows'),
    client: join(root, 'client' in folders ? textIn(folders, 'client', path) : 'client'),
  }
  return {
    root,
    name: textIn(read, 'name', path),
    operator: await loadOperator(join(root, 'package.json')),
    schemas,
    exposed: 'exposed' in read ? textsIn(read, 'exposed', path) : schemas.filter(isPublic),
    nullArguments: 'nullArguments' in read ? textsIn(read, 'nullArguments', path) : [],
    folders: resolved,
    environments: await loadEnvironments(resolved.environments),
  }
}

/** The environment of that name. Throws UserError that lists the known ones. */
export function findEnvironment(project: Project, name: string): Environment {
  const found = project.environments.find((environment) => environment.name === name)
  if (found !== undefined) return found
  const known = project.environments.map((environment) => environment.name).join(', ')
  throw new UserError(
    `${name}: no such environment. There are: ${known}. Each is a file ${project.folders.environments}/<name>.json.`,
  )
}

function refuseOwnSchema(schemas: readonly string[], path: string): void {
  const own = findOwnSchema(schemas)
  if (own === undefined) return
  throw new UserError(
    `${path}: "schemas" has ${own}, where migrations keep their records: nothing plans or compares it. Give yours another name.`,
  )
}

/** What the Data API shows unless it is told otherwise. */
function isPublic(schema: string): boolean {
  return schema === 'public'
}

async function locateRoot(start: string): Promise<string> {
  for (let folder = start; ; folder = dirname(folder)) {
    if ((await loadIfThere(join(folder, 'database.json'))) !== undefined) return folder
    if (folder === dirname(folder)) {
      throw new UserError(
        `${start}: no database.json here or above. Run the command inside the project.`,
      )
    }
  }
}

async function loadOperator(path: string): Promise<string> {
  const read = await loadJsonFile(path)
  return `${textIn(read, 'name', path)} ${textIn(read, 'version', path)}`
}

async function loadEnvironments(folder: string): Promise<Environment[]> {
  const entries = await listFolder(folder)
  if (entries === undefined) {
    throw new UserError(
      `${folder}: no such folder. It should hold a file <name>.json for each environment.`,
    )
  }
  const names = entries.map(({ name }) => name).filter((name) => name.endsWith('.json'))
  return Promise.all(
    names.map(async (name) => loadEnvironment(join(folder, name), name.slice(0, -'.json'.length))),
  )
}

async function loadEnvironment(path: string, name: string): Promise<Environment> {
  const read = await loadJsonFile(path)
  const about = textIn(read, 'about', path)
  if ('embedded' in read) {
    const embedded = fieldsIn(read, 'embedded', path)
    return {
      kind: 'embedded',
      name,
      about,
      postgres: numberIn(embedded, 'postgres', path),
      port: numberIn(embedded, 'port', path),
      database: textIn(embedded, 'database', path),
    }
  }
  return {
    kind: 'remote',
    name,
    about,
    variable: textIn(read, 'url', path),
    confirm: read['confirm'] === true,
  }
}
