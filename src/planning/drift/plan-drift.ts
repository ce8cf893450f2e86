import type { Catalog, ObjectId } from '../../model/catalog.ts'
import { idInWords, isOfKind } from '../../model/object-id.ts'
import type { Unmanaged } from '../../plan/decide/object-change.ts'
import type { WrittenPlan } from '../../plan/write/write-plan.ts'
import { readDigestWithin } from '../../observer/sight/digest.ts'
import { unlookedAt } from '../../observer/sight/sight.ts'
import { sendText } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'
import { arrives } from '../../proof/run-up-and-down.ts'
import { FailedWay, asFailedWay } from '../../proof/run-segment.ts'
import { runPlan } from '../../proof/run-plan.ts'
import type { PlanRun } from '../../proof/run-plan.ts'
import { optionsOf, readState, stayingSight, withOpen } from '../../proof/state.ts'
import type { State, View } from '../../proof/state.ts'
import { withoutRenames } from '../../proof/with-renames.ts'
import type { TargetComparison } from '../../targets/compare-target.ts'
import { expectedWithFound } from '../../targets/governed-objects.ts'
import { replayOf } from '../../targets/replayed-history.ts'
import { withScratch } from '../../workbench/scratch/scratch.ts'
import type { Workbench } from '../../workbench/server/server.ts'
import { onceEach, planEnds } from '../draft-plan.ts'
import type { Draft } from '../draft-plan.ts'
import { planDown } from '../state-pair.ts'
import type { StatePair } from '../state-pair.ts'

/** A database that drifted, and how it compares with its history. */
export interface Drifted {
  readonly session: Session
  readonly comparison: TargetComparison
}

/** What leads from what a history makes to what is there, and back, as it was tried on a copy. */
export interface DriftPlan {
  /** What the history makes. */
  readonly expected: Catalog
  /** What was found, as far as it is governed. */
  readonly found: Catalog
  /** The same, as far as the plan makes it. */
  readonly desired: Catalog
  readonly draft: Draft
  /** Undefined where nothing could be tried. */
  readonly run: PlanRun | undefined
  /** Whether it leads there and back; what is not planned is left out. */
  readonly proved: boolean
  /** Why it is not proved; null where it is. */
  readonly why: string | null
  /** What differs and cannot be planned, or not made by the owner of the migrations. */
  readonly unmanaged: readonly Unmanaged[]
}

/**
 * Plans both directions between what a history makes and what was found, and proves them on the replay of the history.
 * What the owner cannot do is left out, and named.
 */
export async function planDrift(workbench: Workbench, drifted: Drifted): Promise<DriftPlan> {
  const view = viewOf(workbench.project.schemas, drifted.comparison)
  const content = replayOf(drifted.comparison.history)
  const current = await withScratch(workbench, content, async (scratch) => readState(scratch, view))
  const ground: Ground = { workbench, drifted, view, current }
  const leftOut = new Map<ObjectId, string>()
  for (;;) {
    const { plan, failed } = await tryPlan(ground, leftOut)
    const news = toLeaveOut(plan, failed, drifted).filter(([id]) => !leftOut.has(id))
    if (news.length === 0) return plan
    for (const [id, why] of news)
      leaveOut(leftOut, id, { why, catalogs: drifted.comparison.catalogs })
  }
}

/** What cannot be planned, in one direction or both, or fails: the rest is planned without it. */
function toLeaveOut(
  { draft, run }: DriftPlan,
  failed: FailedWay | undefined,
  { comparison: { catalogs } }: Drifted,
): (readonly [ObjectId, string])[] {
  const statement = failed?.statement
  const refused: Unmanaged[] = [...draft.unmanaged, ...(run?.stuck ?? [])]
  if (failed !== undefined && statement !== undefined)
    refused.push({ object: statement.object, why: `${lastLine(statement.sql)}: ${failed.reason}` })
  const ids = [...catalogs.expected.objects.keys(), ...catalogs.found.objects.keys()]
  return refused.flatMap(({ object, why }) => {
    const id = ids.find((each) => each === object)
    return id === undefined ? [] : [[id, why] as const]
  })
}

interface Reason {
  readonly why: string
  readonly catalogs: TargetComparison['catalogs']
}

/** With what comes or goes and needs it: on the copy it would be another one. What lies in a schema does not need that. */
function leaveOut(leftOut: Map<ObjectId, string>, id: ObjectId, { why, catalogs }: Reason): void {
  if (leftOut.has(id)) return
  leftOut.set(id, why)
  if (isOfKind(id, 'schema')) return
  const { expected, found } = catalogs
  for (const { dependent, needed } of [...expected.dependencies, ...found.dependencies])
    if (needed === id && expected.objects.has(dependent) !== found.objects.has(dependent))
      leaveOut(leftOut, dependent, { why: `it needs ${idInWords(id)}`, catalogs })
}

interface Ground {
  readonly workbench: Workbench
  readonly drifted: Drifted
  readonly view: View
  /** What the history makes. */
  readonly current: State
}

interface Tried {
  readonly plan: DriftPlan
  readonly failed?: FailedWay
}

async function tryPlan(ground: Ground, leftOut: ReadonlyMap<ObjectId, string>): Promise<Tried> {
  const { current } = ground
  const desired = await stateFound(ground, new Set(leftOut.keys()))
  const statePair: StatePair = { current, desired, renaming: withoutRenames(current), apart: true }
  const { draft, proof } = await planEnds(statePair, {
    partial: true,
    prove: async ({ up, unmanaged }) =>
      runOn(ground, statePair, { up, partial: unmanaged.length + leftOut.size > 0 }),
  })
  const refused = [...leftOut].map(([object, why]) => ({ object, why }))
  // What the observer alone sees next to what is left out may belong to that.
  const isSeenWith = refused.length > 0 && draft.up.plan.segments.length === 0
  const unmanaged = isSeenWith ? refused : onceEach([...refused, ...draft.unmanaged])
  const found = catalogFound(ground, new Set())
  const ends = { expected: current.catalog, found, desired: desired.catalog }
  const plan = { ...ends, draft, run: undefined, proved: false, unmanaged }
  if (proof instanceof FailedWay) return { plan: { ...plan, why: proof.message }, failed: proof }
  if (proof === undefined) return { plan: { ...plan, why: 'no statement is planned for it' } }
  const proved = arrives(proof)
  const why = proved ? null : 'it does not lead to what is there, or not back'
  return { plan: { ...plan, run: proof, proved, why } }
}

async function runOn(
  { workbench, drifted, view, current }: Ground,
  statePair: StatePair,
  { up, partial }: { readonly up: WrittenPlan; readonly partial: boolean },
): Promise<PlanRun | FailedWay> {
  const back = planDown(statePair, { authored: new Map() })
  return withScratch(workbench, replayOf(drifted.comparison.history), async (scratch) =>
    withOpen(scratch, async (open) =>
      runPlan(open, {
        current,
        desired: statePair.desired,
        up,
        planDown: (from, to): WrittenPlan => back(from, to),
        partial,
        view,
      }).catch(asFailedWay),
    ),
  )
}

/** What was found, as far as a plan may make it; the observer sees the database itself. */
async function stateFound(ground: Ground, leftOut: ReadonlySet<ObjectId>): Promise<State> {
  const { view, drifted } = ground
  const { session } = drifted
  const catalog = catalogFound(ground, leftOut)
  if (view.unobserved === true) return { catalog, sight: unlookedAt }
  const digest = await session.tx(async (tx) => {
    await sendText(tx, 'set transaction isolation level repeatable read read only')
    return readDigestWithin(tx, optionsOf(view))
  })
  return { catalog, sight: stayingSight(digest, view, async (use) => use(session)) }
}

function catalogFound({ drifted, view }: Ground, leftOut: ReadonlySet<ObjectId>): Catalog {
  const { catalogs } = drifted.comparison
  return expectedWithFound(catalogs, { schemas: view.scope.schemas ?? [], leftOut })
}

/** The observer is asked where it can compare the two servers. */
function viewOf(schemas: readonly string[], { observed }: TargetComparison): View {
  return {
    scope: { schemas, superusers: true },
    ignoreSchemas: { outside: schemas },
    unobserved: !observed,
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}
