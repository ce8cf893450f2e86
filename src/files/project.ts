import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UserError, messageOf } from '../errors.ts'
import { decodeText, readIfThere } from './read-text.ts'

/** What the library must know of a project: `database.json` and `environments/<name>.json` at its root. */
export interface Project {
  readonly root: string
  readonly name: string
  /** Who writes history rows: the package's name and version. */
  readonly operator: string
  /** The schemas that the schema files govern. */
  readonly schemas: readonly string[]
  /** Absolute paths. */
  readonly folders: Folders
  /** In byte order of their names. */
  readonly environments: readonly Environment[]
}

export interface Folders {
  readonly schema: string
  readonly migrations: string
  readonly platform: string
  readonly environments: string
  readonly samples: string
}

/** Where a database lives: a server that this project starts itself, or a URL in a variable. */
export type Environment = EmbeddedEnvironment | RemoteEnvironment

export interface EmbeddedEnvironment {
  readonly kind: 'embedded'
  readonly name: string
  readonly about: string
  /** The major version of PostgreSQL. */
  readonly postgres: number
  readonly port: number
  readonly database: string
}

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
  const root = await findRoot(start)
  const path = join(root, 'database.json')
  const read = fieldsOf(await readIfThere(path), path)
  const folders = fieldsIn(read, 'folders', path)
  const resolved = {
    schema: join(root, textIn(folders, 'schema', path)),
    migrations: join(root, textIn(folders, 'migrations', path)),
    platform: join(root, textIn(folders, 'platform', path)),
    environments: join(root, textIn(folders, 'environments', path)),
    samples: join(root, textIn(folders, 'samples', path)),
  }
  return {
    root,
    name: textIn(read, 'name', path),
    operator: await loadOperator(join(root, 'package.json')),
    schemas: textsIn(read, 'schemas', path),
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

async function findRoot(start: string): Promise<string> {
  for (let folder = start; ; folder = dirname(folder)) {
    if ((await readIfThere(join(folder, 'database.json'))) !== undefined) return folder
    if (folder === dirname(folder)) {
      throw new UserError(
        `${start}: no database.json here or above. Run the command inside the project.`,
      )
    }
  }
}

async function loadOperator(path: string): Promise<string> {
  const read = fieldsOf(await readIfThere(path), path)
  return `${textIn(read, 'name', path)} ${textIn(read, 'version', path)}`
}

async function loadEnvironments(folder: string): Promise<Environment[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted()
  return Promise.all(
    names.map(async (name) => loadEnvironment(join(folder, name), name.slice(0, -'.json'.length))),
  )
}

async function loadEnvironment(path: string, name: string): Promise<Environment> {
  const read = fieldsOf(await readIfThere(path), path)
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

type Fields = Readonly<Record<string, unknown>>

function fieldsOf(bytes: Buffer | undefined, path: string): Fields {
  try {
    const value: unknown = JSON.parse(decodeText(bytes ?? Buffer.from(''), path))
    if (isFields(value)) return value
  } catch (error) {
    throw new UserError(`${path}: not JSON: ${messageOf(error)}`, { cause: error })
  }
  throw new UserError(`${path}: should be a JSON object.`)
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fieldsIn(fields: Fields, name: string, path: string): Fields {
  const value = fields[name]
  if (isFields(value)) return value
  throw new UserError(`${path}: "${name}" should be an object.`)
}

function textIn(fields: Fields, name: string, path: string): string {
  const value = fields[name]
  if (typeof value === 'string' && value !== '') return value
  throw new UserError(`${path}: "${name}" should be a text.`)
}

function numberIn(fields: Fields, name: string, path: string): number {
  const value = fields[name]
  if (typeof value === 'number' && Number.isInteger(value)) return value
  throw new UserError(`${path}: "${name}" should be a whole number.`)
}

function textsIn(fields: Fields, name: string, path: string): string[] {
  const value = fields[name]
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value
  throw new UserError(`${path}: "${name}" should be a list of texts.`)
}
