import type { ObjectId } from '../../model/catalog.ts'
import type { Refusal } from '../rule.ts'
import type { Statement } from '../statement.ts'

/**
 * One step of a plan: `drop`, `change` in place, or `make`.
 */
export interface Step {
  readonly stage: Stage
  readonly object: ObjectId
  readonly statements: readonly Statement[] | Refusal
}

/** What a step does: takes away, changes in place, or makes. */
export type Stage = 'drop' | 'change' | 'make'

/** A step's name in the order. */
export function stepId(stage: Stage, object: ObjectId): string {
  return `${stage} ${object}`
}
