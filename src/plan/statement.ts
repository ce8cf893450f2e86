import type { ObjectId } from '../model/catalog.ts'
import type { Hazard } from './hazards.ts'

/** What a statement does to its object. */
export type Verb = 'create' | 'alter' | 'drop' | 'rename' | 'comment' | 'grant' | 'revoke'

/** One SQL statement of a plan, and what it risks. */
export interface Statement {
  /** Without a semicolon. */
  readonly sql: string
  readonly object: ObjectId
  readonly verb: Verb
  readonly hazards: readonly Hazard[]
  /** What it does cannot be used before it is committed: what follows goes into the next segment. */
  readonly endsSegment: boolean
  /** That it counts for what the columns of its table come to be: it stands behind their statements. */
  readonly afterColumns?: boolean
  /** Who planned it, where that is not our own rules. */
  readonly by?: 'atlas'
}

/** A statement without risks that may stand anywhere, unless told. */
export function statement(
  { verb, object }: Pick<Statement, 'verb' | 'object'>,
  sql: string,
  more: Partial<Omit<Statement, 'sql' | 'object' | 'verb' | 'by'>> = {},
): Statement {
  return { sql, object, verb, hazards: [], endsSegment: false, ...more }
}
