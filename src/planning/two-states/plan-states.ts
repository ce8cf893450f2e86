import { UserError } from '../../errors.ts'
import type { Context, Talk } from '../../files/context.ts'
import { describeDifference } from '../../model/two-values.ts'
import { readDirectivesOf } from '../../workbench/sources/source-directives.ts'
import type { Workbench } from '../../workbench/server/server.ts'
import { withPlainWorkbench, withWorkbench } from '../../workbench/workbench.ts'
import { failingHazards } from '../../plan/hazards/gate.ts'
import type { Hazard } from '../../plan/hazards/hazard.ts'
import type { Undeclared } from '../../plan/renames/undeclared.ts'
import type { State } from '../../proof/state.ts'
import { proveBetween } from './between-proof.ts'
import { noteColumnOrder } from './column-order.ts'
import type { BetweenResult } from './between-result.ts'
import { withBoth, withOwners } from './between-sources.ts'
import type { Opened, Sides } from './between-sources.ts'
import { findSides, sidesAlone, sidesOn } from './find-sides.ts'
import type { BetweenRequest } from './find-sides.ts'
import { withCopy } from './copy-of-start.ts'
import type { Extent } from './extent.ts'
import type { Copy, Start } from './copy-of-start.ts'
import { acceptedBetween } from '../load-accepted.ts'
import { loadModule, loadedOnDemand } from '../../parser.ts'
import { planEnds } from '../draft-plan.ts'
import { notOnline } from '../show-plan.ts'
import { showSegments } from '../plan-result.ts'
import { traceOf } from '../plan-trace.ts'
import type { Traced } from '../plan-trace.ts'
import { renameCurrent } from '../rename-current.ts'
import { showDifferences } from '../../proof/shown-difference.ts'
import type { Renaming } from '../../proof/with-renames.ts'
import type { StatePair } from '../state-pair.ts'

/**
 * Plans both directions between two states, each given by a source, and proves them on a copy. Throws UserError for
 * sources that are missing or cannot be loaded. What cannot be planned is in the result.
 */
export async function planBetweenCommand(
  context: Context,
  request: BetweenRequest & Trying,
): Promise<BetweenResult> {
  return (await tracePlanBetween(context, request)).result
}

/** The same, with how it came about. Errors as above. */
export async function tracePlanBetween(
  context: Context,
  { failOn = [], ...request }: BetweenRequest & Trying,
): Promise<Traced<BetweenResult>> {
  return withSides(context, request, async (sides) => {
    context.talk.step('reading the two states')
    return withBoth(sides, async (from, to) => {
      const { proof, online = false, undeclared = 'ask' } = request
      refuseUnknownSchemas(request, [from.state, to.state])
      const question = { talk: context.talk, sides, from, to: to.state, proof, online, undeclared }
      const { result, trace } = await loadedOnDemand(async () => decide(question))
      const failing = findFailing(result, failOn, sides)
      const notes = [...(await notesOf(from, to)), ...result.notes]
      return { result: { ...result, failing, notes }, trace }
    })
  })
}

/** Finds two sources and holds the workbench for them, where one is needed. Errors as findSides. */
async function withSides<T>(
  context: Context,
  request: BetweenRequest & Trying,
  use: (sides: Sides) => Promise<T>,
): Promise<T> {
  const found = await findSides(context.project, context.variables, request)
  // Two databases that are compared are read where they are; a rename is first made on a copy.
  const alone =
    request.proof !== 'none' || request.undeclared === 'rename' ? undefined : sidesAlone(found)
  if (alone !== undefined) return use(alone)
  const own = { ...context, variables: found.variables }
  const used = async (workbench: Workbench): Promise<T> => use(sidesOn(workbench, found))
  return found.platform === 'none'
    ? withPlainWorkbench(own, found.logins[0]?.user, used)
    : withWorkbench(own, used)
}

/** How a plan is tried. */
interface Trying {
  readonly proof: Extent
  /** Whether long work is done while others read and write. */
  readonly online?: boolean
  /** What becomes of likely renames that no file can tell of; a question when absent. */
  readonly undeclared?: Undeclared | undefined
  /** Hazards that the plan must not have, unless they are accepted where it leads. */
  readonly failOn?: readonly Hazard[]
}

function findFailing(
  { segments }: BetweenResult,
  failOn: readonly Hazard[],
  { from, to }: Sides,
): Hazard[] {
  if (failOn.length === 0) return []
  const statements = segments.flatMap((segment) => segment.statements)
  return failingHazards(statements, failOn, acceptedBetween(from, to))
}

function refuseUnknownSchemas({ schemas = [] }: BetweenRequest, states: readonly State[]): void {
  const known = new Set(
    states.flatMap(({ catalog }) =>
      [...catalog.objects.values()]
        .filter(({ kind }) => kind === 'schema')
        .map(({ schema }) => schema),
    ),
  )
  const unknown = schemas.find((name) => !known.has(name))
  if (unknown !== undefined)
    throw new UserError(`--schemas: ${unknown}: neither of the two states has this schema.`)
}

async function notesOf(from: Opened, to: Opened): Promise<string[]> {
  const digests = await Promise.all([from, to].map(async ({ state }) => state.sight.sumUp?.()))
  const unread = digests.flatMap((digest) => digest?.unreadable ?? [])
  return [
    ...new Set([
      ...from.notes,
      ...to.notes,
      ...noteColumnOrder(from.state.catalog, to.state.catalog),
      ...unread.map((name) => `left out, because this user may not read it: ${name}`),
    ]),
  ]
}

/** All that a decision is made of. */
interface Question extends Start {
  readonly talk: Talk
  readonly to: State
  readonly proof: Extent
  readonly online: boolean
  readonly undeclared: Undeclared
}

async function decide(question: Question): Promise<Traced<BetweenResult>> {
  const { talk, sides, from, to } = question
  const renaming = await rename(question)
  const statePair: StatePair = {
    current: from.state,
    desired: to,
    renaming,
    severalDown: true,
    online: question.online,
    withOwners: (left, right) => withOwners(sides, left, right),
  }
  const { draft, proof } = await planEnds(statePair, {
    prove: async ({ up, down }) => {
      if (question.proof === 'none') return undefined
      await loadModule()
      talk.step('proving the plan on a copy, in both directions')
      const plans = { up: up.plan, down: down.plan }
      return proveBetween({ ...question, renaming, ...plans, extent: question.proof })
    },
  })
  const result = {
    ...nothing,
    equal: draft.equal,
    ...(question.proof === 'none' ? unasked : { proved: draft.equal }),
    segments: showSegments(draft.up.plan.segments),
    down: showSegments(draft.down.plan.segments),
    unmanaged: draft.unmanaged,
    notes: draft.up.plan.plain.map(notOnline),
    ...proof?.outcome,
  }
  return { result, trace: traceOf(draft, proof) }
}

async function rename(question: Question): Promise<Renaming> {
  const { sides, from, to, undeclared } = question
  return renameCurrent({
    statePair: { current: from.state, desired: to },
    view: sides.view,
    undeclared,
    load: async () => readDirectivesOf(sides.to),
    openCopy: async (use) =>
      withCopy(question, async (copy) =>
        use(typeof copy === 'string' ? refuseRename(copy) : wholly(copy)),
      ),
  })
}

/** What the rest of a plan starts from has to be all there. */
function wholly(copy: Copy): Copy {
  const [lacking] = showDifferences(copy.lacks)
  return lacking === undefined
    ? copy
    : refuseRename(`no copy can be made of ${lacking.object}: it ${describeDifference(lacking)}`)
}

function refuseRename(hindrance: string): never {
  throw new UserError(`renames are first made on a copy, and ${hindrance}`)
}

const unasked = {
  proved: null,
  why: 'no proof was requested (--no-proof): nothing ran on a copy, and the observer compared nothing',
} as const

const nothing: BetweenResult = {
  equal: false,
  proved: false,
  why: null,
  copied: null,
  segments: [],
  down: [],
  unmanaged: [],
  locks: [],
  rows: [],
  failing: [],
  proof: [],
  notes: [],
}
