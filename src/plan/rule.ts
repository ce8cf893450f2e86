import type { Catalog, CatalogObject, ObjectId } from '../model/catalog.ts'
import type { Altered } from '../model/compare-catalogs.ts'
import type { Kind } from '../model/kind.ts'
import type { Statement } from './statement.ts'

/** The two states that a plan leads between. */
export interface Context {
  readonly from: Catalog
  readonly to: Catalog
  /** Whether all of the plan must fit into one transaction, whatever that costs. */
  readonly single?: boolean
  /** Whether long work is done while others read and write, in as many files as that takes. */
  readonly online?: 'files' | 'one file'
  /** What people say of columns whose type changes by more than a cast. */
  readonly conversions?: Conversions | undefined
  /** What the plan begins with: `from` is the state with these done. */
  readonly renames?: readonly Statement[]
  /** Parts of partitioned tables and partitions that are recreated since they need something that is. */
  readonly recreatedParts?: ReadonlySet<ObjectId> | undefined
}

/**
 * How the values of each column get its new type: by an expression, or, without a cast, not at all. Then the column
 * is dropped and recreated.
 */
type Conversions = ReadonlyMap<ObjectId, { readonly using: string } | 'recreate'>

/** Why something cannot be planned: a sentence without the object's name. */
export interface Refusal {
  readonly refused: string
}

/** Whether a dependent stays. */
type Leaves = (dependent: CatalogObject) => boolean

/** Whether an object goes in a plan: for good, or to be recreated. */
export type Goes = (id: ObjectId) => boolean

/**
 * How objects of one kind are made, changed and taken away. Statements of a rule are about its object alone, facets
 * (comment, owner, rights) included; the planner knows the order.
 */
export interface Rule {
  readonly kind: Kind
  readonly create: (object: CatalogObject, context: Context) => readonly Statement[] | Refusal
  readonly drop: (
    object: CatalogObject,
    context: Context,
    goes: Goes,
  ) => readonly Statement[] | Refusal
  /** `replace`: no ALTER can do it, so it is recreated, and its dependents, too. */
  readonly alter: (change: Altered, context: Context) => readonly Statement[] | 'replace' | Refusal
  /** Whether it can be dropped and made again at any time: it holds no rows, no values, no numbers. */
  readonly hasNoData?: boolean
  /**
   * Whether rows or values go for good with it: it is dropped after others are created, so that they can move
   * there.
   */
  readonly hasData?: (object: CatalogObject, context: Context) => boolean
  /** Whether no alteration lets go of what it needs. */
  readonly keepsNeeds?: boolean
  /** Whether what is made depends on it, though no object needs it: it is made first. */
  readonly isSetting?: boolean
  /** Whether rights on it say who may make something, or get it: it changes before all else. */
  readonly letsMake?: boolean
  /** Whether it only looks at rows, or answers to them: it is created, and changes, when all data is in its place. */
  readonly looksAtData?: boolean
  /** Another name that is unique in its schema: that of an index. */
  readonly alsoNamed?: (object: CatalogObject) => string
  /** For objects that are not dropped when what they need goes. Without it, they are replaced. */
  readonly detachable?: Detachable
  /** The dependents that PostgreSQL does not allow during this change: their kinds, or a test for each. */
  readonly blockedBy?: (
    change: Altered,
    context: Context,
  ) => readonly Kind[] | ((dependent: CatalogObject) => boolean)
  /** The function by which PostgreSQL applies it where it is not named: users need that, and not the object itself. */
  readonly applies?: (object: CatalogObject) => ObjectId | null
  /** The kinds of children that `create` makes along; `drop` takes all children along. */
  readonly makes?: (child: CatalogObject) => boolean
  /** Whether a new or recreated part needs its parent to be recreated with it. */
  readonly recreatesParent?: (part: CatalogObject, context: Context) => boolean
  /** What takes it along as it goes, besides its parent. */
  readonly goesWith?: (object: CatalogObject) => readonly ObjectId[]
  /** Whether a child may have to go before its parent goes: where objects depend on each other. */
  readonly dropsApart?: (child: CatalogObject) => boolean
}

/** How objects let go of what they need when that goes, and take it up again. */
interface Detachable {
  /** Whether this object can, or is replaced after all. */
  readonly keeps: (object: CatalogObject) => boolean
  readonly detach: (
    object: CatalogObject,
    context: Context,
    goes: Goes,
  ) => readonly Statement[] | Refusal
  readonly attach: (object: CatalogObject, context: Context, goes: Goes) => readonly Statement[]
  /** Whether all dependents have to be dropped or detached meanwhile. */
  readonly takesDependents: (object: CatalogObject, goes: Goes, catalog: Catalog) => boolean
  /** The dependents that stay all the same. */
  readonly leaves?: (object: CatalogObject, context: Context, goes: Goes) => Leaves
}
