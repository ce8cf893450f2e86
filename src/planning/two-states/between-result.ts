import type { Unmanaged } from '../../plan/decide/object-change.ts'
import type { Hazard } from '../../plan/hazards/hazard.ts'
import type { TableLock } from '../../proof/locks.ts'
import type { RowTrial } from '../../proof/try-rows.ts'
import type { PlannedSegment, ProofStep } from '../plan-result.ts'

/** What leads from one state to another, and back. Every key is always there. */
export interface BetweenResult {
  /** Whether there is nothing to do: by the readers and by the observer. */
  readonly equal: boolean
  /**
   * Whether the plan was run on a copy and led where it should, in both directions; null when no proof was asked
   * for.
   */
  readonly proved: boolean | null
  /** Why it was not proved, or what the proof leaves out; null when nothing is to be said. */
  readonly why: string | null
  /** How many objects of the first state were on the copy, where that had only what the plan can have an effect on. */
  readonly copied: { readonly objects: number; readonly of: number } | null
  /** The up direction: each segment is one transaction, in this order. */
  readonly segments: readonly PlannedSegment[]
  /** The down direction, in the order in which it is run. */
  readonly down: readonly PlannedSegment[]
  /** What differs and cannot be planned, or did not hold when it was tried. */
  readonly unmanaged: readonly Unmanaged[]
  /** The strongest lock on each table, of those that keep others from reading or writing. */
  readonly locks: readonly TableLock[]
  /** What became of rows, where the copy had any. */
  readonly rows: readonly RowTrial[]
  /** The hazards of --fail-on that the plan has and nobody accepts. */
  readonly failing: readonly Hazard[]
  /** What was shown on the copy, a direction each; nothing where nothing was tried. */
  readonly proof: readonly ProofStep[]
  /** What was passed over, and why, a sentence each. */
  readonly notes: readonly string[]
}
