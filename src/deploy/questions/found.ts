import type { Statement } from '../../sql/scan/split.ts'
import type { Scanned } from '../../sql/scan/tokens.ts'
import type { NotAsked, Question } from './question.ts'
import type { World } from './world/world.ts'

/** A statement, or a clause of one, in the database as those before leave it. */
export interface Sight {
  readonly world: World
  readonly statement: Statement
  readonly scanned: Scanned
}

/** What a statement asks, what of it cannot be asked and why, and the database that it leaves. */
export interface Found {
  readonly questions?: readonly Question[]
  readonly reasons?: readonly NotAsked['reason'][]
  readonly world?: World
}

/** What a sort of statement asks. */
export type Rule<T> = (node: T, sight: Sight) => Found

/** Several findings as one; the world is that of the last which says one. */
export function joinFound(founds: readonly Found[]): Found {
  const world = founds.findLast((found) => found.world !== undefined)?.world
  return {
    questions: founds.flatMap(({ questions = [] }) => questions),
    reasons: founds.flatMap(({ reasons = [] }) => reasons),
    ...(world && { world }),
  }
}
