import type { Kind } from '../model/kind.ts'
import type { PartKind } from '../model/kind-facts.ts'
import type { ObjectId } from '../model/catalog.ts'
import type { Action } from './action.ts'
import type { AtlasCode } from './write/atlas-reasons.ts'
import type { Risk } from './hazards/hazard.ts'

/** What a statement does to its object. */
export type Verb = 'create' | 'alter' | 'drop' | 'rename' | 'comment' | 'grant' | 'revoke'

/** A new name for something, without what it is a part of; labels are literals. */
export interface Renamed {
  /** The kind: that of the object, or `label` and `field` for parts of a type. */
  readonly kind: Kind | PartKind
  readonly from: string
  readonly to: string
  /** Whether one of the two is a name for the moment. */
  readonly isDetour: boolean
}

/** What a statement does to which object, and what it risks: all that a summary tells. */
export interface Effect {
  readonly object: ObjectId
  readonly verb: Verb
  /** Rules leave it empty: hazards follow from the object's change (src/plan/hazards). */
  readonly risks: readonly Risk[]
}

/** One planned statement. It has no SQL: `src/plan/write` prints what it says. */
export interface Statement extends Effect {
  readonly action: Action
  /** What of its object an alteration sets, as the reader calls it; absent where it is not one attribute. */
  readonly attribute?: string
  /** The part of its table that it creates or drops, where it is one of those that attach or detach the table. */
  readonly ofPart?: Pick<Effect, 'object' | 'verb'>
  /** To whom or from whom a right goes. */
  readonly grantee?: string
  /** Of a rename what it renames; the object is called by its last name. */
  readonly renamed?: Renamed
  /** What it does cannot be used before it is committed: what follows goes into the next segment. */
  readonly endsSegment: boolean
  /** That it needs the new columns of its table, so it follows their statements. */
  readonly afterColumns?: boolean
  /** That it comes when all else is done. */
  readonly atEnd?: boolean
  /** Of what answers to statements: that it no longer does from here on. It comes before all else. */
  readonly silences?: true
  /** That data may move before it: what holds some goes by it, and other has come. */
  readonly leavesRoom?: boolean
  /** What Atlas's analyzers object to in it, though it is planned on purpose. */
  readonly atlasCodes?: readonly AtlasCode[]
  /** That an index is built or dropped while others write: outside of a transaction block. */
  readonly concurrently?: true
  /** What it does, in words, where that is but a part of what its object's author wrote. */
  readonly tells?: string
  /** Of an ALTER TABLE with several clauses the statements that they would be, in their order. */
  readonly parts?: readonly Statement[]
  /** Who planned it, where that is not the planner. */
  readonly by?: 'atlas'
}

/** A statement that may be anywhere, by default. */
export function statement(
  { verb, object }: Pick<Statement, 'verb' | 'object'>,
  action: Action,
  more: Partial<Omit<Statement, 'action' | 'object' | 'verb' | 'by' | 'risks'>> = {},
): Statement {
  return { action, object, verb, risks: [], endsSegment: false, ...more }
}

/** What statements do, each to one object: those with several clauses in their parts. */
export function partsOf<Each extends Effect & Pick<Statement, 'parts'>>(
  statements: readonly Each[],
): (Each | Statement)[] {
  return statements.flatMap((each): readonly (Each | Statement)[] => each.parts ?? [each])
}

/** Says of statements which attribute they set, unless they say it themselves. */
export function ofAttribute(attribute: string, statements: readonly Statement[]): Statement[] {
  return statements.map((each) => ({ ...each, attribute: each.attribute ?? attribute }))
}
