import { reasonOf } from '../../model/two-values.ts'
import { idOf } from '../../model/object-id.ts'
import type { FailedWay } from '../../proof/run-segment.ts'
import type { PlanRun } from '../../proof/run-plan.ts'
import { showProof, showSegments } from '../plan-result.ts'
import type { BetweenResult } from './between-result.ts'

/** What the proof adds to a plan: with the statements, where it ran, since their work was measured. */
export type Proof = Pick<
  BetweenResult,
  'proved' | 'why' | 'copied' | 'unmanaged' | 'locks' | 'rows' | 'proof'
> &
  Partial<Pick<BetweenResult, 'segments' | 'down'>>

/** A proof that showed nothing. */
export const unproved: Proof = {
  proved: false,
  why: null,
  copied: null,
  unmanaged: [],
  locks: [],
  rows: [],
  proof: [],
}

/** What of a run did not hold is not managed. */
export function judge({ steps, up, down, locks, rows }: PlanRun): Proof {
  const proof = showProof({ steps })
  const unmanaged = [
    ...proof.flatMap(({ way, differences }) =>
      differences.map((each) => ({ object: each.object, why: reasonOf(way, each) })),
    ),
    ...rows
      .filter(({ kept }) => kept === false)
      .map(({ table }) => ({
        object: idOf('table', table),
        why: 'values of its rows change, and no statement declares that',
      })),
  ]
  return {
    ...unproved,
    proved: unmanaged.length === 0,
    segments: showSegments(up.map(({ segment }) => segment)),
    down: showSegments(down.map(({ segment }) => segment)),
    unmanaged,
    locks,
    rows,
    proof,
  }
}

/** What a direction that fails comes to. */
export function refuse({ way, statement, reason }: FailedWay): Proof {
  const object = statement?.object ?? 'the end of the transaction'
  const text = statement === undefined ? '' : `\n${statement.sql.replaceAll(/^/gm, '  ')}`
  return {
    ...unproved,
    unmanaged: [{ object, why: `the ${way} direction fails: ${reason}${text}` }],
  }
}
