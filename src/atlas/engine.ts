import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { messageOf } from '../errors.ts'
import type { Talk } from '../files/context.ts'
import type { Variables } from '../files/environment.ts'
import { listFolder } from '../files/list-folder.ts'
import { askVersion } from './ask-version.ts'
import type { Found } from './ask-version.ts'
import { explainBuild } from './explain-build.ts'

/** Where the pinned engine comes from and where its build is kept. */
export interface EnginePlaces {
  readonly variables: Variables
  /** The folder in which builds are kept, made when it is missing. */
  readonly cache: string
  /** The Go program; the library's own `tools/atlas` unless told. */
  readonly source?: string
  readonly talk: Talk
}

const tools = join(import.meta.dirname, '../../tools/atlas')

/** The folder for builds of the engine in tools/atlas, next to it, the same for every project. */
export const builds = join(import.meta.dirname, '../../.local/atlas')

/**
 * The engine of tools/atlas: the build that is kept, else a new one by `go build`. A build is named by the sources,
 * the platform and the version of Go; on a machine without Go any build of the same sources will do.
 */
export async function openEngine(places: EnginePlaces): Promise<Found> {
  const { variables, cache, source = tools } = places
  const sources = await hashSources(source)
  if (sources === undefined) return { kind: 'none', why: `cannot be built: ${source} is not there` }
  const prefix = `atlas-${sources}-${process.platform}-${process.arch}-`
  const kept = await listBuilds(cache, prefix)
  const go = await askGo(variables)
  if (go === undefined) {
    const [newest] = kept
    return newest === undefined ? { kind: 'none', why: noGo } : askVersion(newest, variables)
  }
  const path = join(cache, `${prefix}${go}${process.platform === 'win32' ? '.exe' : ''}`)
  if (kept.includes(path)) return askVersion(path, variables)
  const failure = await build(places, source, path)
  return failure === undefined ? askVersion(path, variables) : { kind: 'none', why: failure }
}

const noGo = 'cannot be built: Go is not installed'

/** A hash of what the build is made from, or undefined when there is nothing. */
async function hashSources(folder: string): Promise<string | undefined> {
  const names = ((await listFolder(folder)) ?? [])
    .map(({ name }) => name)
    .filter((name) => /\.go$|^go\.(?:mod|sum)$/.test(name))
  if (names.length === 0) return undefined
  const hash = createHash('sha256')
  for (const name of names) {
    const bytes = await readFile(join(folder, name))
    hash.update(`${name}:${String(bytes.length)}:`).update(bytes)
  }
  return hash.digest('hex').slice(0, 12)
}

/** Complete builds whose names start so; the newest version of Go last in text, first here. */
async function listBuilds(cache: string, prefix: string): Promise<string[]> {
  return ((await listFolder(cache)) ?? [])
    .map(({ name }) => name)
    .filter((name) => name.startsWith(prefix) && !name.endsWith(building))
    .toReversed()
    .map((name) => join(cache, name))
}

/** The version of Go, such as go1.26.8; undefined without Go. */
async function askGo(variables: Variables): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('go', ['version'], { env: { ...variables } })
    return /\bgo\d[\w.]*/.exec(stdout)?.[0]
  } catch {
    return undefined
  }
}

const building = '.building'

/** Builds under a name that is nobody's and renames: a build under its own name is complete. Answers why it failed. */
async function build(
  { variables, cache, talk }: EnginePlaces,
  source: string,
  path: string,
): Promise<string | undefined> {
  talk.step('building the Atlas engine, once')
  const unfinished = `${path}.${randomBytes(4).toString('hex')}${building}`
  try {
    await mkdir(cache, { recursive: true })
    // Neither a workspace around the project nor a variable of the person's own has a say in what is built.
    await promisify(execFile)(
      'go',
      [
        'build',
        '-mod=readonly',
        '-buildvcs=false',
        '-trimpath',
        '-ldflags=-s -w',
        '-o',
        unfinished,
        '.',
      ],
      {
        cwd: source,
        env: { ...variables, CGO_ENABLED: '0', GOWORK: 'off', GOOS: '', GOARCH: '' },
      },
    )
    await rename(unfinished, path)
    await removeFormer(cache, path)
    return undefined
  } catch (error) {
    await rm(unfinished, { force: true })
    return explainBuild(messageOf(error))
  }
}

/** Builds of other sources or by another Go go; one that still runs where that keeps its file goes another time. */
async function removeFormer(cache: string, path: string): Promise<void> {
  const former = (await listBuilds(cache, 'atlas-')).filter((other) => other !== path)
  await Promise.all(former.map(async (other) => rm(other, { force: true }).catch(() => undefined)))
}
