import type { PlannedKind } from '../../model/kind.ts'
import type { ObjectName } from './object-name.ts'
import type { OwnedNoun, Phase } from './schema-place.ts'
import type { Folder } from './schema-places.ts'

/** An object that a statement is about; `owned` where it is a table's index, sequence or statistics. */
export interface SubjectObject extends ObjectName {
  readonly owned?: OwnedNoun
}

/** What one statement of a schema file is about, and where it belongs. */
export interface Subject {
  /** The sort of statement, as people call it. `rights on` is grant and revoke. */
  readonly sort: string
  /** The folders that it may be in, the default first. */
  readonly folders: readonly Folder[]
  /** When it is loaded. */
  readonly phase: Phase
  /** Usually one; a grant may name many. */
  readonly objects: readonly SubjectObject[]
  /** Whether it creates the object that its file is named after. */
  readonly createsFile?: boolean
  /** The kind of what it creates. */
  readonly kind?: PlannedKind
  /** The name of the index, policy, rule or trigger that it creates on the object. */
  readonly part?: string | undefined
}
