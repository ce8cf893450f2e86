import type { CatalogObject, ObjectId } from '../../model/catalog.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import type { Kind } from '../../model/kind.ts'
import type { Refusal, Rule } from '../rule.ts'
import type { Statement } from '../statement.ts'

/** What happens to one object. Statements of `alter` are made already: deciding whether it can be altered made them. */
export type ObjectChange =
  | { readonly kind: 'create'; readonly object: CatalogObject }
  | { readonly kind: 'drop'; readonly object: CatalogObject }
  | { readonly kind: 'alter'; readonly change: Altered; readonly statements: readonly Statement[] }
  /** Dropped and made again as it is in the end. */
  | {
      readonly kind: 'replace'
      readonly from: CatalogObject
      readonly to: CatalogObject
      readonly reason: ReplaceReason
    }
  /** Lets go of what it needs and takes it up again, then is altered by the statements. */
  | {
      readonly kind: 'reattach'
      readonly from: CatalogObject
      readonly to: CatalogObject
      readonly statements: readonly Statement[]
      readonly reason: NeedReason
    }

/**
 * Why an object is dropped or detached although it may be the same in both states: what it needs is dropped, or
 * changes.
 */
interface NeedReason {
  readonly kind: 'needs'
  readonly needed: ObjectId
}

/** That an object is dropped and created again. */
export type Replacement = Extract<ObjectChange, { readonly kind: 'replace' }>

/** Why an object is dropped and created again. */
export type ReplaceReason =
  | NeedReason
  /** No statement alters these attributes in place. */
  | { readonly kind: 'attributes'; readonly attributes: readonly string[] }
  /** This part of it is created, which needs a new parent. */
  | { readonly kind: 'part'; readonly part: ObjectId }
  /** It could be altered, but that is part of a cycle. */
  | { readonly kind: 'cycle' }

/** By id, in the order of ids. */
export type ObjectChanges = ReadonlyMap<ObjectId, ObjectChange>

/** A difference that cannot be planned, and why. */
export interface Unmanaged {
  /** Its id, or what the observer calls it. */
  readonly object: string
  readonly why: string
}

/** An object of which a difference cannot be planned. */
export interface UnmanagedObject extends Unmanaged {
  readonly object: ObjectId
}

/** What happens to every object that differs, and what cannot be planned. */
export interface Decisions {
  readonly objectChanges: ObjectChanges
  readonly unmanaged: readonly UnmanagedObject[]
}

/** The rules by the kind that each is for; a kind that none plans is left out. */
export type Rules = Readonly<Partial<Record<Kind, Rule>>>

/** Whether a rule refused. */
export function isRefusal(outcome: readonly Statement[] | Refusal): outcome is Refusal {
  return 'refused' in outcome
}

/** Whether an object is dropped by a change, for good or to be recreated. */
export function isDropped(objectChange: ObjectChange | undefined): boolean {
  return objectChange?.kind === 'drop' || objectChange?.kind === 'replace'
}

/** Whether an object is created or recreated. */
export function isCreated(objectChange: ObjectChange | undefined): boolean {
  return objectChange?.kind === 'create' || objectChange?.kind === 'replace'
}

/** What a change takes away; undefined when it takes nothing. */
export function droppedObject(objectChange: ObjectChange): CatalogObject | undefined {
  if (objectChange.kind === 'drop') return objectChange.object
  return objectChange.kind === 'replace' ? objectChange.from : undefined
}

/** What a change makes; undefined when it makes nothing. */
export function createdObject(objectChange: ObjectChange): CatalogObject | undefined {
  if (objectChange.kind === 'create') return objectChange.object
  return objectChange.kind === 'replace' ? objectChange.to : undefined
}
