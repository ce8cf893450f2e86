import { basename, dirname, join, relative } from 'node:path'
import { UserError } from '../errors.ts'
import { decodeText, loadIfThere } from './read-text.ts'

interface HasPath {
  readonly path: string
}

/** The files of a folder of somebody that lead to its state, in their order. */
export interface Ordered<File> {
  readonly files: readonly File[]
  /** The tool that runs only migrations; undefined where the names have no more than an order. */
  readonly tool: string | undefined
  /** A sentence for files that are left out. */
  readonly notes: readonly string[]
}

/**
 * Puts the files of a folder into the order of the tool that names them so: Flyway, or sqitch by its plan, else that of
 * their names, in which numbers count as numbers. What takes a migration back is left out. Throws UserError where a
 * plan names a file that is not there.
 */
export async function orderScripts<File extends HasPath>(
  folder: string,
  files: readonly File[],
): Promise<Ordered<File>> {
  const planned = await orderOfSqitch(folder, files)
  const isFlyway = files.some(({ path }) => flywayVersion(path) !== undefined)
  const tool = isFlyway ? 'Flyway' : undefined
  const byName = isFlyway ? inFlywayOrder(files) : inOrderOfNames(folder, files)
  const kept = planned ?? byName
  const out = files.filter((file) => !kept.includes(file))
  const names = out.map(({ path }) => relative(folder, path))
  return {
    files: kept,
    tool: planned === undefined ? tool : 'sqitch',
    notes: names.length === 0 ? [] : [noteOf(folder, names)],
  }
}

function noteOf(folder: string, names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ')
  const more = names.length > 3 ? ` and ${String(names.length - 3)} more` : ''
  return `${folder}: left out, since it does not lead to the state: ${shown}${more}.`
}

function inOrderOfNames<File extends HasPath>(folder: string, files: readonly File[]): File[] {
  return files
    .filter(({ path }) => !takesBack.test(relative(folder, path)))
    .toSorted((a, b) => compareNatural(relative(folder, a.path), relative(folder, b.path)))
}

/** As several tools call what takes a migration back. */
const takesBack =
  /(?:^|\/)(?:down|undo|rollbacks?)\/|(?:^|[/._-])down\.sql$|\.(?:undo(?:\.[^/]*)?|rollback)\.sql$/

/** The newest baseline and the versions after it, then what is repeated, then what is called after all. */
function inFlywayOrder<File extends HasPath>(files: readonly File[]): File[] {
  const own = files.map((file) => ({ file, name: basename(file.path) }))
  const ofSort = (sort: RegExp): File[] =>
    own
      .filter(({ name }) => sort.test(name))
      .toSorted((a, b) => compareNatural(a.name, b.name))
      .map(({ file }) => file)
  const versioned = (sort: RegExp): File[] => ofSort(sort).toSorted(compareVersions)
  const base = versioned(/^B[\d._]+__/).slice(-1)
  const steps = versioned(/^V[\d._]+__/).filter((file) =>
    base.every((each) => compareVersions(file, each) > 0),
  )
  return [...base, ...steps, ...ofSort(/^R__/), ...ofSort(/^afterMigrate(?:__|\.)/)]
}

/** As `1.10`: an underscore is a dot to Flyway. */
function flywayVersion(path: string): string | undefined {
  const version = /^[VB](?<version>\d[\d._]*?)__/.exec(basename(path))?.groups?.['version']
  return version?.replaceAll('_', '.')
}

function compareVersions(a: HasPath, b: HasPath): number {
  return compareNatural(flywayVersion(a.path) ?? '', flywayVersion(b.path) ?? '')
}

/** The files of `deploy` in the order of the plan; undefined where there is none. */
async function orderOfSqitch<File extends HasPath>(
  folder: string,
  files: readonly File[],
): Promise<File[] | undefined> {
  const top = basename(folder) === 'deploy' ? dirname(folder) : folder
  const bytes = await loadIfThere(join(top, 'sqitch.plan'))
  if (bytes === undefined) return undefined
  const byPath = new Map(files.map((file) => [file.path, file]))
  return scriptsOfPlan(decodeText(bytes, join(top, 'sqitch.plan'))).map((name) => {
    const path = join(top, 'deploy', `${name}.sql`)
    const file = byPath.get(path)
    if (file === undefined)
      throw new UserError(`${path}: sqitch.plan names it, and it is not there.`)
    return file
  })
}

/** The changes of a plan; one that is changed again later has the tag of that time in the name of its older file. */
function scriptsOfPlan(plan: string): string[] {
  const lines = plan.split('\n').map((line) => line.trim())
  const changes = lines
    .filter((line) => /^[^\s%#@]/.test(line))
    .map((line) => ({
      name: /^\S+/.exec(line)?.[0] ?? '',
      needs: /\[[^\]]*\]/.exec(line)?.[0] ?? '',
    }))
  return changes.map(({ name }, at) => {
    const again = changes.slice(at + 1).find((later) => later.name === name)
    const tag = again?.needs.split(/[\s[\]]+/).find((need) => need.startsWith(`${name}@`))
    return tag ?? name
  })
}

/** Numbers in names count as numbers: `2_a` is before `10_b`. */
function compareNatural(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)]
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const order = compareParts(left[at] ?? '', right[at] ?? '')
    if (order !== 0) return order
  }
  return left.length - right.length || compareTexts(a, b)
}

function partsOf(text: string): string[] {
  return text.match(/\d+|\D+/g) ?? []
}

function compareParts(a: string, b: string): number {
  const isNumber = /^\d/.test(a) && /^\d/.test(b)
  const order = isNumber ? BigInt(a) - BigInt(b) : 0n
  if (order !== 0n) return order < 0n ? -1 : 1
  return isNumber ? 0 : compareTexts(a, b)
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
