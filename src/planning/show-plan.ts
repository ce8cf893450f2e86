import { arrives } from '../proof/run-up-and-down.ts'
import { onceEach } from './draft-plan.ts'
import type { Unmanaged } from '../plan/decide/object-change.ts'
import type { Draft } from './draft-plan.ts'
import { showOwnedSegments, showProof } from './plan-result.ts'
import type { PlanResult } from './plan-result.ts'
import type { ProvedPlan } from './proving/prove-plan.ts'

/** A plan before it is tried, as people see it. */
export function showDraft({ equal, up, down, unmanaged }: Draft): PlanResult {
  return {
    ...nothing,
    equal,
    proved: equal,
    why: unmanaged.length > 0 ? 'some of it cannot be planned' : null,
    segments: showOwnedSegments(up.plan.segments),
    down: showOwnedSegments(down.plan.segments),
    unmanaged,
    notes: notesOf(up),
  }
}

/** What was to be online and is not. */
function notesOf({ plan }: Draft['up']): string[] {
  return plan.plain.map(notOnline)
}

/** A sentence for people. */
export function notOnline({ object, why }: Unmanaged): string {
  return `not online: ${object}: ${why}`
}

/** The plan of two states between which nothing is planned. */
export const nothing: PlanResult = {
  equal: false,
  proved: false,
  why: null,
  segments: [],
  down: [],
  tables: [],
  unmanaged: [],
  locks: [],
  proof: [],
  rows: [],
  notes: [],
  files: [],
  failing: [],
}

/** The same with what came of its proof, and the work that was measured. */
export function withRun(shown: PlanResult, run: ProvedPlan): PlanResult {
  const proof = showProof(run)
  return {
    ...shown,
    proved: arrives(run),
    why: whyNot(run),
    segments: showOwnedSegments(run.up.map(({ segment }) => segment)),
    down: showOwnedSegments(run.down.map(({ segment }) => segment).toReversed()),
    tables: run.tables,
    unmanaged: onceEach([...shown.unmanaged, ...run.stuck]),
    locks: run.locks,
    proof,
    rows: run.rows,
    notes: [...shown.notes, ...run.notes],
  }
}

function whyNot({ stuck, steps, rows }: ProvedPlan): string | null {
  if (stuck.length > 0) return 'its down direction cannot be planned'
  if (steps.some(({ changes, differences }) => changes.length + differences.length > 0))
    return 'it does not lead to the schema files'
  if (rows.some(({ kept }) => kept === false))
    return 'values of rows change, and no statement declares that'
  return null
}
