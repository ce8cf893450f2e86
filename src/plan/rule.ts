import type { Catalog, CatalogObject } from '../model/catalog.ts'
import type { Altered } from '../model/diff.ts'
import type { Statement } from './statement.ts'

/** The two states that a plan leads between. */
export interface Context {
  readonly from: Catalog
  readonly to: Catalog
}

/** Why something cannot be planned: a sentence without the object's name. */
export interface Refusal {
  readonly refused: string
}

/**
 * How objects of one kind are made, changed and taken away. Statements of a rule are about its object alone, facets
 * (comment, owner, rights) included; the planner knows the order.
 */
export interface Rule {
  readonly kind: string
  readonly create: (object: CatalogObject, context: Context) => readonly Statement[] | Refusal
  readonly drop: (object: CatalogObject, context: Context) => readonly Statement[] | Refusal
  /** `replace`: no ALTER can do it, so it is dropped and made again, and what hangs on it too. */
  readonly alter: (change: Altered, context: Context) => readonly Statement[] | 'replace' | Refusal
  /** For objects that are not dropped when what they need is replaced: how they let go of it, and take it up again. */
  readonly detach?: (object: CatalogObject, context: Context) => readonly Statement[] | Refusal
  readonly attach?: (object: CatalogObject, context: Context) => readonly Statement[] | Refusal
  /** The kinds of dependents that PostgreSQL does not let stand while this change is made. */
  readonly blockedBy?: (change: Altered) => readonly string[]
  /** The kinds of children that `create` makes along; `drop` takes all children along. */
  readonly makes?: (child: CatalogObject) => boolean
}
