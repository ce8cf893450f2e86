import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Catalog } from '../../src/model/catalog.ts'
import type { Context } from '../../src/plan/rule.ts'
import { rules } from '../../src/plan/rules/rules.ts'
import { writePlan, writeDownDirection } from '../../src/plan/write/write-plan.ts'
import type { WrittenPlan } from '../../src/plan/write/write-plan.ts'
import { seeState, withOpen } from '../../src/proof/state.ts'
import type { OpenDatabase, State } from '../../src/proof/state.ts'
import { FailedWay } from '../../src/proof/run-segment.ts'
import { runPlan } from '../../src/proof/run-plan.ts'
import { sendText } from '../../src/postgres/connect.ts'
import { readCatalog } from '../../src/postgres/read/read-catalog.ts'
import type { Content } from '../../src/workbench/load/content.ts'
import { withScratch } from '../../src/workbench/scratch/scratch.ts'
import type { Scratch } from '../../src/workbench/scratch/scratch.ts'
import type { Workbench } from '../../src/workbench/server/server.ts'
import { splitStatements } from '../../src/sql/scan/split.ts'
import { renderFiles, renderGolden } from './golden.ts'
import type { Files } from './golden.ts'

/** A case: two states, rows of the first, and what must be refused by name when it is not planned or not proved. */
export interface Case {
  /** Its folder below test/cases: `enum/label-removed`. */
  readonly name: string
  readonly before: string
  readonly after: string
  readonly rows: string
  /** The names of objects, sorted: of `refused.txt`, or of `refused-18.txt` on a version that has its own. */
  readonly refused: readonly string[]
}

/** What came of a case: what is refused and what does not hold, each as a line. */
export interface Outcome {
  readonly refused: readonly string[]
  readonly wrong: readonly string[]
  /** Both directions as golden plans have them; undefined for what is refused. */
  readonly plan: string | undefined
}

/**
 * Loads every case, ordered by name, but for the pairs of hazards: they show what is said of a plan, by planning
 * alone.
 */
export async function loadCases(folder: string): Promise<Case[]> {
  return (await loadAll(folder)).filter(({ name }) => !isPair(name))
}

/** Loads the pairs of states of which each hazard is known, ordered by name. */
export async function loadPairs(folder: string): Promise<Case[]> {
  return (await loadAll(folder)).filter(({ name }) => isPair(name))
}

function isPair(name: string): boolean {
  return name.startsWith('hazards/')
}

async function loadAll(folder: string): Promise<Case[]> {
  const entries = await readdir(folder, { recursive: true })
  const names = entries
    .filter((path) => path.endsWith('before.sql'))
    .map((path) => path.slice(0, -'/before.sql'.length))
    .toSorted()
  return Promise.all(names.map(async (name) => loadCase(folder, name)))
}

/** Plans a case in both directions and proves it on real databases. */
export async function runCase(workbench: Workbench, given: Case): Promise<Outcome> {
  return runCaseOn(given, async (use) => withOpenScratch(workbench, given, use))
}

/** Passes an empty database that nobody else has. */
export type OpenDatabases = <T>(use: (database: OpenDatabase) => Promise<T>) => Promise<T>

/** The same in databases of the caller's. */
export async function runCaseOn(given: Case, withOne: OpenDatabases): Promise<Outcome> {
  return withOne(async (start) => {
    const [current, desired] = await Promise.all([
      load(start, given.before),
      withOne(async (goal) => load(goal, given.after)),
    ])
    const [up, down] = planBoth(current.catalog, desired.catalog, isOnline(given))
    const refused = [...up.plan.unmanaged, ...down.plan.unmanaged].map(({ object }) => object)
    if (refused.length > 0)
      return { refused: [...new Set(refused)].toSorted(), wrong: [], plan: undefined }
    await send(start, given.rows)
    const online = isOnline(given)
    const { wrong, files } = await proveCase(start, {
      before: given.before,
      current,
      desired,
      up,
      down,
      online,
    })
    // What the proof finds is refused by name as well.
    return given.refused.length === 0
      ? {
          refused: [],
          wrong: wrong.map(({ line }) => line),
          plan: online ? renderFiles(files, up.plan.plain) : renderGolden(up.plan, down.plan),
        }
      : {
          refused: [...new Set(wrong.map(({ object }) => object))].toSorted(),
          wrong: [],
          plan: undefined,
        }
  })
}

/**
 * Runs the up direction of a case and answers what `look` sees of the two databases that should be equal then: the
 * one that was changed and the one that was made so. Undefined for a case that is refused.
 */
export async function seeCase<T>(
  workbench: Workbench,
  given: Case,
  look: (scratch: Scratch) => Promise<T>,
): Promise<readonly T[] | undefined> {
  if (given.refused.length > 0) return undefined
  return planCase(workbench, given, async ({ start, up }) => {
    for (const [at, text] of up.texts.entries())
      await sendSegment(start, text, up.plan.segments[at]?.outside === true)
    return withOpenScratch(workbench, given, async (goal) => {
      await send(goal, given.after)
      return Promise.all([start, goal].map(look))
    })
  })
}

/** A case that is planned in both directions, and the database of its first state, where nothing was run yet. */
export interface PlannedCase {
  readonly start: OpenScratch
  readonly up: WrittenPlan
  readonly down: WrittenPlan
  readonly context: Context
}

/** Plans a case in both directions. */
export async function planCase<T>(
  workbench: Workbench,
  given: Case,
  use: (planned: PlannedCase) => Promise<T>,
): Promise<T> {
  return withOpenScratch(workbench, given, async (start) => {
    const [from, to] = await Promise.all([
      send(start, given.before).then(async () => readCatalog(start.owner, scopeOf(given.before))),
      withOpenScratch(workbench, given, async (goal) => {
        await send(goal, given.after)
        return readCatalog(goal.owner, scopeOf(given.before))
      }),
    ])
    const [up, down] = planBoth(from, to, isOnline(given))
    return use({ start, up, down, context: { from, to } })
  })
}

/** Plans both directions between two catalogs, with what the catalog prints. */
export function planBoth(
  from: Catalog,
  to: Catalog,
  asOnline = false,
): readonly [WrittenPlan, WrittenPlan] {
  const online = asOnline ? { online: 'files' as const } : {}
  return [
    writePlan({ from, to, ...online }, style),
    writeDownDirection({ from: to, to: from, ...online }, style),
  ]
}

/** Whether a case is planned so that long work blocks nobody. */
export function isOnline({ name }: Pick<Case, 'name'>): boolean {
  return name.startsWith('online/')
}

async function sendSegment(start: OpenDatabase, text: string, outside: boolean): Promise<void> {
  const parts = outside ? await splitStatements(text, 'the plan') : [{ text }]
  for (const part of parts) await send(start, part.text)
}

const style = { rules, authored: new Map<never, never>() }

function contentOf({ before }: Case): Content {
  return /^-- platform\b/.test(before) ? { kind: 'platform', mode: 'today' } : { kind: 'empty' }
}

/** What is ours in a case; the platform's schemas are not. */
const scope = {
  except: ['auth', 'extensions', 'realtime', 'storage', 'vault', 'graphql_public'],
}

const version = process.env['WORKBENCH_POSTGRES'] ?? '17'

async function loadCase(folder: string, name: string): Promise<Case> {
  const text = async (file: string): Promise<string> =>
    readFile(join(folder, name, file), 'utf8').catch(() => '')
  const [before, after, rows, usual, own] = await Promise.all(
    ['before.sql', 'after.sql', 'rows.sql', 'refused.txt', `refused-${version}.txt`].map(text),
  )
  const refused = own === undefined || own === '' ? usual : own
  return {
    name,
    before: before ?? '',
    after: after ?? '',
    rows: rows ?? '',
    refused: (refused ?? '').split('\n').filter((line) => line !== ''),
  }
}

/** What is ours in a state: where a superuser plans, also what superusers own and what initdb made. */
export function scopeOf(before: string): typeof scope & { readonly superusers: boolean } {
  return { ...scope, superusers: isOfSuperuser({ before }) }
}

/** Whether a superuser runs the plan too: what an extension made belongs to one. */
export function isOfSuperuser({ before }: Pick<Case, 'before'>): boolean {
  return /^-- superuser, of the plan too$/m.test(before)
}

/** Makes a state of a case and sees it in both directions. */
export async function load(database: OpenDatabase, text: string): Promise<State> {
  await send(database, text)
  return seeState(database, { scope: scopeOf(text), ignoreSchemas: [] })
}

/** As postgres, who is no superuser; a text that says `-- superuser` at its head is sent as one. */
export async function send({ owner, admin }: OpenDatabase, text: string): Promise<void> {
  if (text !== '') await sendText(/^-- superuser/m.test(text) ? admin : owner, text)
}

/** A scratch database, and one pool a role: to open another takes longer than to send something. */
interface OpenScratch extends Scratch, OpenDatabase {}

/** Opens an empty scratch database for a case. */
export async function withOpenScratch<T>(
  workbench: Workbench,
  given: Case,
  use: (database: OpenScratch) => Promise<T>,
): Promise<T> {
  return withScratch(workbench, contentOf(given), (scratch) =>
    withOpen(scratch, ({ owner, admin }) =>
      use({ ...scratch, owner: isOfSuperuser(given) ? admin : owner, admin }),
    ),
  )
}

/** What does not hold: the object, and a line. */
interface Finding {
  readonly object: string
  readonly line: string
}

/** What does not hold, and what was run: a file a segment, the down direction in the order of the up direction. */
interface Proved {
  readonly wrong: readonly Finding[]
  readonly files: Files
}

async function proveCase(
  start: OpenDatabase,
  {
    current,
    desired,
    up,
    down,
    online,
    before,
  }: {
    readonly before: string
    readonly current: State
    readonly desired: State
    readonly up: WrittenPlan
    readonly down: WrittenPlan
    readonly online: boolean
  },
): Promise<Proved> {
  try {
    const { steps, stuck, rows, ...run } = await runPlan(start, {
      current,
      desired,
      up,
      planDown: (from, to) =>
        writeDownDirection({ from, to, ...(online && { online: 'one file' as const }) }, style),
      view: { scope: scopeOf(before), ignoreSchemas: [] },
    })
    const wrong = [
      ...stuck.map(({ object, why }) => ({ object, line: `stuck: ${object}: ${why}` })),
      ...steps.flatMap(({ way, changes, differences }) => [
        ...changes.map((change) => ({
          object: change.kind === 'altered' ? change.to.id : change.object.id,
          line: `${way}: readers: ${JSON.stringify(change)}`,
        })),
        ...differences.map((difference) => ({
          object: difference.object,
          line: `${way}: observer: ${JSON.stringify(difference)}`,
        })),
      ]),
      ...rows
        .filter(({ kept }) => kept === false)
        .map(({ table }) => ({ object: table, line: `rows lost: ${table}` })),
    ]
    const segments = (list: typeof run.up): Files['up'] => list.map(({ segment }) => segment)
    return { wrong, files: { up: segments(run.up), down: segments(run.down) } }
  } catch (error) {
    const texts = ['--- up', ...up.texts, '--- down', ...down.texts]
    const object = error instanceof FailedWay ? (error.statement?.object ?? '') : ''
    const line = `${String(error)}\n${texts.join('\n')}`
    return { wrong: [{ object, line }], files: { up: [], down: [] } }
  }
}
