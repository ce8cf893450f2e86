import { emptyTrace } from '../plan/trace.ts'
import type { Trace } from '../plan/trace.ts'
import type { Draft } from './plan-ends.ts'
import type { TablePlan } from './table-plans.ts'

/** How a plan came about, in both directions. */
export interface PlanTrace {
  readonly up: Trace
  readonly down: Trace
  /** Who planned each table that differs, and why not Atlas where it was asked. */
  readonly tables: readonly TablePlan[]
}

/** What a command answers, and how the plan in it came about. */
export interface Traced<T> {
  readonly result: T
  readonly trace: PlanTrace
}

/** The trace where nothing differs. */
export const nothingTraced: PlanTrace = { up: emptyTrace, down: emptyTrace, tables: [] }

/** The trace of a draft, with who planned the tables where somebody was asked. */
export function traceOf({ up, down }: Draft, tables: readonly TablePlan[] = []): PlanTrace {
  return { up: up.plan.trace, down: down.plan.trace, tables }
}
