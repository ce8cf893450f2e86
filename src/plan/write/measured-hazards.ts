import type { Segment } from '../segment.ts'
import type { Context } from '../rule.ts'
import type { WrittenStatement } from './written-statement.ts'
import { inOrder } from '../hazards/find-risks.ts'
import { mergeRisks } from '../hazards/hazard.ts'
import { movedBy, objectStepOf, unmoved } from '../hazards/object-step.ts'
import type { Moment } from '../hazards/object-step.ts'
import { lockModes } from '../hazards/work/work-row.ts'
import type { Lock, Work } from '../hazards/work/work-row.ts'
import { documentedWork, risksOfWork, workHazards } from '../hazards/work/found-work.ts'

/** What was seen of one relation while a statement ran on a copy. */
export interface MeasuredWork {
  /** Its name, as SQL spells it. */
  readonly relation: string
  /** Whether it is a table, partitioned or not. */
  readonly isTable: boolean
  /** The strongest lock that the transaction held on it before and after, of those that keep others out. */
  readonly before: Lock | undefined
  readonly after: Lock | undefined
  /** Whether its file changed. */
  readonly rewrite: boolean
  /** Whether it was read from end to end. */
  readonly scan: boolean
}

/** A segment whose statements say what was measured of each. */
export function measuredSegment(
  { statements, ...segment }: Segment,
  measured: readonly (readonly MeasuredWork[] | undefined)[],
  context: Context,
): Segment {
  let moved = unmoved
  return {
    ...segment,
    statements: statements.map((each, at) => {
      const moment = { ...context, moved }
      moved = movedBy(each, moved)
      return withMeasured(each, measured[at], moment)
    }),
  }
}

/**
 * A statement with the work that was measured in place of what the manual documents. A lock that the transaction held
 * already cannot be seen again: there the manual's is used, unless no such lock is held.
 */
export function withMeasured(
  statement: WrittenStatement,
  measured: readonly MeasuredWork[] | undefined,
  moment: Moment,
): WrittenStatement {
  if (measured === undefined) return statement
  const parts = statement.parts ?? [statement]
  const documented = Map.groupBy(
    parts.flatMap((part) => documentedWork(objectStepOf(part, moment))),
    ({ relation }) => relation,
  )
  const work = measured.map((seen): Work => {
    const { relation, rewrite, scan } = seen
    return {
      relation,
      lock: lockOf(seen, strongestOf(documented.get(relation) ?? [])),
      rewrite,
      scan,
    }
  })
  const others = statement.risks.filter(({ hazard }) => !workHazards.has(hazard))
  return { ...statement, risks: inOrder([...others, ...mergeRisks(risksOfWork(work, moment))]) }
}

function lockOf({ before, after }: MeasuredWork, documented: Lock | undefined): Lock | undefined {
  if (rankOf(after) > rankOf(before)) return after
  return rankOf(documented) <= rankOf(after) ? documented : undefined
}

function strongestOf(works: readonly Work[]): Lock | undefined {
  return works.map(({ lock }) => lock).toSorted((a, b) => rankOf(b) - rankOf(a))[0]
}

function rankOf(lock: Lock | undefined): number {
  return lock === undefined ? -1 : lockModes.indexOf(lock)
}
