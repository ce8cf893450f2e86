import type { StatementSort } from '../../model/statement-sort.ts'
import type { ObjectName } from './object-name.ts'

/** Belongs to a table but has a separate name, so that only the whole schema tells its table. */
export type OwnedSort = 'index' | 'sequence' | 'statistics'

/** An object that a statement is about; `owned` where it is a table's index, sequence or statistics. */
export interface SubjectObject extends ObjectName {
  readonly owned?: OwnedSort
}

/** What one statement is about. */
export interface Subject {
  readonly sort: StatementSort
  /** Usually one; a grant may name many. */
  readonly objects: readonly SubjectObject[]
  /** The name of the index, policy, rule or trigger that the statement creates on the object. */
  readonly part?: string | undefined
}
