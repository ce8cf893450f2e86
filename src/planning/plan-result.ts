import type { ObjectId } from '../model/catalog.ts'
import { hazardsOf, whatText } from '../plan/hazards/hazard.ts'
import type { Hazard, Risk } from '../plan/hazards/hazard.ts'
import { sentenceLine } from '../sql/comment-line.ts'
import type { Segment } from '../plan/segment.ts'
import type { Verb } from '../plan/statement.ts'
import type { WrittenStatement } from '../plan/write/written-statement.ts'
import type { TableLock } from '../proof/locks.ts'
import type { RowTrial } from '../proof/try-rows.ts'
import type { Arrival } from '../proof/run-up-and-down.ts'
import { showDifferences } from '../proof/shown-difference.ts'
import type { ShownDifference } from '../proof/shown-difference.ts'
import type { TablePlan } from './table-plans.ts'
import { kindTextOf } from '../model/object-id.ts'

/** What `plan --json` prints; docs/planning.md explains it. Every key is always there. */
export interface PlanResult {
  /** Whether there is nothing to do: by the readers and by the observer. */
  readonly equal: boolean
  /** Whether the plan leads where it should, in both directions. */
  readonly proved: boolean
  /** Why it could not be proved; null when it was. */
  readonly why: string | null
  /** The up direction: a migration each, in the order in which they are applied. */
  readonly segments: readonly OwnedSegment[]
  /** The down direction: a down file each, in the order in which they are run, the newest first. */
  readonly down: readonly OwnedSegment[]
  /** Who planned each table that differs, in each direction. */
  readonly tables: readonly TablePlan[]
  /** What differs and cannot be planned. */
  readonly unmanaged: readonly { readonly object: string; readonly why: string }[]
  /** The locks on tables against writes or reads that the up direction took, a table once. */
  readonly locks: readonly TableLock[]
  readonly proof: readonly ProofStep[]
  readonly rows: readonly RowTrial[]
  /** What is to be known of the proof, a sentence each. */
  readonly notes: readonly string[]
  /** The files that were written, from the project's root. */
  readonly files: readonly string[]
  /** The hazards of --fail-on that the plan has: then nothing is written. */
  readonly failing: readonly Hazard[]
}

/** Statements of a plan that share a file. */
export interface PlannedSegment {
  /** Whether they share a transaction, too; otherwise each is applied by itself. */
  readonly transaction: boolean
  readonly statements: readonly PlannedStatement[]
}

/** One statement of a plan, and what it risks. */
export interface PlannedStatement {
  /** Without a semicolon. */
  readonly sql: string
  readonly kind: string
  readonly object: ObjectId
  readonly verb: Verb
  /** Of one with several clauses about several objects, what each does; else nothing. */
  readonly parts: readonly PlannedPart[]
  /** The names of the hazards, each once. */
  readonly hazards: readonly Hazard[]
  /** The same, with what each is about. */
  readonly risks: readonly Risk[]
  /** What is to be known of it, or left to be done by hand: one line; null when there is nothing. */
  readonly note: string | null
}

/** What one clause of a statement does. */
export type PlannedPart = Pick<PlannedStatement, 'kind' | 'object' | 'verb'>

/** A segment of whose statements is known who planned them. */
interface OwnedSegment extends PlannedSegment {
  readonly statements: readonly OwnedStatement[]
}

/** One statement of a plan, and who planned it. */
export interface OwnedStatement extends PlannedStatement {
  /** Who planned it; the words may be those of whoever wrote the schema files. */
  readonly by: 'atlas' | 'own'
}

/** What one direction of the proof came to. */
export interface ProofStep {
  readonly way: 'up' | 'down'
  /** Which migration, from 1. */
  readonly part: number
  /** What is not as it should be, with both values; nothing where it holds. */
  readonly differences: readonly ShownDifference[]
  readonly milliseconds: number
}

/** Segments as people and programs see them. */
export function showSegments(segments: readonly Segment[]): PlannedSegment[] {
  return segments.map(({ statements, outside = false }) => ({
    transaction: !outside,
    statements: statements.map(showStatement),
  }))
}

/** The same, with who planned what. */
export function showOwnedSegments(segments: readonly Segment[]): OwnedSegment[] {
  return segments.map(({ statements, outside = false }) => ({
    transaction: !outside,
    statements: statements.map((statement) => ({
      ...showStatement(statement),
      by: statement.by ?? 'own',
    })),
  }))
}

function showStatement(statement: WrittenStatement): PlannedStatement {
  const { sql, object, verb, risks, parts = [], tells } = statement
  const kind = kindTextOf(object)
  const told = risks.map((risk) => ({ hazard: risk.hazard, what: whatText(risk) }))
  const clauses = parts.map((part) => ({
    kind: kindTextOf(part.object),
    object: part.object,
    verb: part.verb,
  }))
  return {
    sql,
    kind,
    object,
    verb,
    parts: clauses,
    hazards: hazardsOf(risks),
    risks: told,
    note: tells === undefined ? null : sentenceLine(tells),
  }
}

/** The steps of a proof as people and programs see them. */
export function showProof({ steps }: Pick<Arrival, 'steps'>): ProofStep[] {
  return steps.map(({ way, part, changes, differences, milliseconds }) => ({
    way,
    part,
    differences: showDifferences({ changes, differences }),
    milliseconds: Math.round(milliseconds),
  }))
}
