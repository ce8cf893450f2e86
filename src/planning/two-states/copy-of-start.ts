import type { Catalog, ObjectId } from '../../model/catalog.ts'
import type { Unmanaged } from '../../plan/decide/object-change.ts'
import { factsOf, isPlannedKind } from '../../model/kind.ts'
import { rules } from '../../plan/rules/rules.ts'
import { writePlan } from '../../plan/write/write-plan.ts'
import { withDatabase } from '../../postgres/connect.ts'
import { readCatalog, readMakers } from '../../postgres/read/read-catalog.ts'
import { compareStates } from '../../proof/compare-states.ts'
import type { StateDifference } from '../../proof/compare-states.ts'
import { FailedWay, asFailedWay, makeBySegments } from '../../proof/run-segment.ts'
import { glanceAt, withOpen } from '../../proof/state.ts'
import type { OpenDatabase } from '../../proof/state.ts'
import { makeMissingRole } from '../../workbench/sources/load-tries.ts'
import { groundOf, withFileSource } from '../../workbench/sources/source-scratch.ts'
import type { Scratch } from '../../workbench/scratch/scratch.ts'
import { withOwners } from './between-sources.ts'
import type { Opened, Sides } from './between-sources.ts'
import { copyRules } from './copy-rules.ts'
import { emptyLargeObjects } from './empty-large-objects.ts'
import { withoutObjects } from './without-objects.ts'

/** Where a plan starts, of which a copy can be made. */
export interface Start {
  readonly sides: Sides
  readonly from: Opened
}

/** A copy of where a plan starts, which is open. */
export interface Copy extends Scratch {
  readonly open: OpenDatabase
  readonly catalog: Catalog
  /** How it is not like the original, by the readers and by the observer; nothing where it is. */
  readonly lacks: StateDifference
}

/**
 * Makes a copy of the first state and passes it on, or a sentence why that is impossible. Files are loaded; a
 * database is copied by a separate plan. What no statement creates is left out, with its dependents, and the copy
 * lists it.
 */
export async function withCopy<T>(
  start: Start,
  use: (copy: Copy | string) => Promise<T>,
): Promise<T> {
  const { from: source } = start.sides
  const ground = start.sides.ground()
  const { catalog } = start.from.state
  if (source.kind !== 'url')
    return withFileSource(ground, source, async (scratch) =>
      withOpen(scratch, async (open) => use({ ...scratch, open, catalog, lacks: nothing })),
    )
  const leftOut = new Set(loginTriggers(catalog))
  const makers = await readCopyMakers(start, source.url)
  for (;;) {
    const outcome = await groundOf(ground)(async (scratch) =>
      withOpen(scratch, async (open) => {
        const made = await copyInto(open, start, { makers, leftOut }).catch(asFailedWay)
        return made instanceof FailedWay || 'unmade' in made
          ? { made }
          : { used: await use({ ...scratch, open, ...made }) }
      }),
    )
    if ('used' in outcome) return outcome.used
    if (
      outcome.made instanceof FailedWay &&
      (await makeMissingRole(ground.workbench, outcome.made))
    )
      continue
    const problems = problemsOf(outcome.made)
    const news = leavable(problems, catalog).filter((id) => !leftOut.has(id))
    if (news.length === 0) return use(noCopy(problems))
    for (const id of news) leftOut.add(id)
  }
}

const nothing: StateDifference = { changes: [], differences: [] }

/** What is asked of the catalogs where there are objects without a rule. */
async function readCopyMakers(
  { sides, from }: Start,
  url: string,
): Promise<ReadonlyMap<ObjectId, string>> {
  const isRuled = [...from.state.catalog.objects.values()].every(({ kind }) => isPlannedKind(kind))
  return isRuled ? new Map() : withDatabase(url, async (db) => readMakers(db, sides.view.scope))
}

interface Making {
  readonly makers: ReadonlyMap<ObjectId, string>
  readonly leftOut: ReadonlySet<ObjectId>
}

type Made = Pick<Copy, 'catalog' | 'lacks'> | { readonly unmade: readonly Unmanaged[] }

/** Makes a database what another one is, by a plan, without what is left out. Throws FailedWay. */
async function copyInto(
  open: OpenDatabase,
  { sides, from }: Start,
  { makers, leftOut }: Making,
): Promise<Made> {
  const wanted = withoutObjects(from.state.catalog, leftOut)
  const empty = await readCatalog(open.owner, sides.view.scope)
  const unmade = await makeByPlan(open, sides, { empty, wanted, makers })
  if (unmade.length > 0) return { unmade }
  const reached = await glanceAt(open, sides.view)
  return { catalog: reached.catalog, lacks: await compareStates(reached, from.state) }
}

/** From what to make a database, the platform's objects or nothing, and what. */
interface Way extends Pick<Making, 'makers'> {
  readonly empty: Catalog
  readonly wanted: Catalog
}

/** Makes a database what a catalog says, by a plan; answers what cannot be planned. Throws FailedWay. */
export async function makeByPlan(
  { owner }: OpenDatabase,
  sides: Sides,
  { empty, wanted, makers }: Way,
): Promise<readonly Unmanaged[]> {
  const own = [...wanted.objects.values()].filter(({ kind }) => !isPlannedKind(kind))
  const { plan } = writePlan(withOwners(sides, empty, wanted), {
    rules: { ...rules, ...emptyLargeObjects, ...copyRules(own, makers) },
    authored: new Map(),
  })
  if (plan.unmanaged.length > 0) return plan.unmanaged
  await makeBySegments(owner, plan.segments)
  return []
}

function problemsOf(made: FailedWay | { readonly unmade: readonly Unmanaged[] }): Unmanaged[] {
  if (!(made instanceof FailedWay)) return [...made.unmade]
  return [{ object: made.statement?.object ?? 'the end of the transaction', why: made.reason }]
}

/**
 * What no rule plans, or the role may not make, may be missing in a copy, and what only a superuser makes and nothing
 * needs; the rest may not.
 */
function leavable(problems: readonly Unmanaged[], { objects }: Catalog): ObjectId[] {
  const named = new Set(problems.map(({ object }) => object))
  return [...objects.values()].flatMap(({ id, kind }) => {
    const { isForSuperusers, answersToStatements } = factsOf(kind)
    const mayLack = !isPlannedKind(kind) || isForSuperusers === true || answersToStatements === true
    return named.has(id) && mayLack ? [id] : []
  })
}

/** They would meet the copy's own logins. */
function loginTriggers({ objects }: Catalog): ObjectId[] {
  return [...objects.values()]
    .filter(({ kind, attributes }) => kind === 'eventTrigger' && attributes['event'] === 'login')
    .map(({ id }) => id)
}

function noCopy([problem]: readonly Unmanaged[]): string {
  return `no copy can be made for the proof: ${problem?.object ?? ''}: ${problem?.why ?? ''}`
}
