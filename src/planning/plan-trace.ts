import { emptyTrace } from '../plan/trace.ts'
import type { Trace } from '../plan/trace.ts'
import type { Tried } from './proving/attempts.ts'
import type { Draft } from './draft-plan.ts'
import type { TablePlan } from './table-plans.ts'

/** How a plan came about, in both directions. */
export interface PlanTrace {
  readonly up: Trace
  readonly down: Trace
  /** Who planned each table that differs, and why not Atlas where it was asked. */
  readonly tables: readonly TablePlan[]
  /** The attempts at a proof. The last one stands. */
  readonly tried: readonly Tried[]
}

/** What a command answers, and how the plan in it came about. */
export interface Traced<T> {
  readonly result: T
  readonly trace: PlanTrace
}

/** The trace where nothing differs. */
export const nothingTraced: PlanTrace = { up: emptyTrace, down: emptyTrace, tables: [], tried: [] }

/** The trace of a draft, and of its proof where there is one. */
export function traceOf(
  { up, down }: Draft,
  { tables = [], tried = [] }: Partial<Pick<PlanTrace, 'tables' | 'tried'>> = {},
): PlanTrace {
  return { up: up.plan.trace, down: down.plan.trace, tables, tried }
}
