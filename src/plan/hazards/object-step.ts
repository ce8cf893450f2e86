import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'
import { isSameValue } from '../../model/compare-catalogs.ts'
import type { Kind } from '../../model/kind.ts'
import { factsOfId, idInWords, kindOf, nameOf } from '../../model/object-id.ts'
import type { Context } from '../rule.ts'
import type { Renamed, Statement, Verb } from '../statement.ts'
import type { Hazard, Risk } from './hazard.ts'

/** What one statement does to one object, as its hazards are found from it: the change, never the SQL. */
export interface ObjectStep {
  /** Undefined for a kind whose name is several words: no rule plans it. */
  readonly kind: Kind | undefined
  readonly id: ObjectId
  readonly verb: Verb
  /** Which attribute an alteration sets; undefined where it sets several, or none. */
  readonly attribute: string | undefined
  readonly grantee: string | undefined
  readonly renamed: Renamed | undefined
  /** The object before the plan; undefined for what the plan creates. */
  readonly before: CatalogObject | undefined
  /** The object after the plan; undefined for what the plan drops. */
  readonly after: CatalogObject | undefined
  readonly from: Catalog
  readonly to: Catalog
  /** What directives say of columns whose type changes. */
  readonly conversions?: Context['conversions'] | undefined
  readonly recreatedParts?: Context['recreatedParts']
  /** The partitions that have moved by then; nothing where none does. */
  readonly moved: Moved
}

/** Partitions that have left their tables, and tables that have become partitions, by the statements so far. */
export interface Moved {
  readonly left: ReadonlySet<ObjectId>
  readonly taken: ReadonlySet<ObjectId>
}

/** What a plan leads between, and where it is. */
export interface Moment extends Context {
  readonly moved?: Moved
}

/** That no partition has moved. */
export const unmoved: Moved = { left: new Set(), taken: new Set() }

/** Finds hazards of one subject. */
export type FindRisks = (step: ObjectStep) => readonly Risk[]

/** The step that a statement is, between the two states of its plan. */
export function objectStepOf(
  { ofPart, attribute, grantee, renamed, ...whole }: Statement,
  { from, to, conversions, recreatedParts, moved = unmoved }: Moment,
): ObjectStep {
  const { object, verb } = ofPart ?? whole
  const [before, after] = [from.objects.get(object), to.objects.get(object)]
  const kind = kindOf(object)
  return {
    kind,
    id: object,
    verb,
    attribute: ofPart === undefined ? attribute : undefined,
    grantee,
    renamed,
    before,
    after,
    from,
    to,
    conversions,
    recreatedParts,
    moved,
  }
}

/** The partitions that have moved once a statement has run. */
export function movedBy({ attribute, object, ofPart, verb }: Statement, moved: Moved): Moved {
  if (ofPart !== undefined || verb !== 'alter') return moved
  if (attribute === 'detach') {
    const taken = new Set([...moved.taken].filter((id) => id !== object))
    return { left: new Set([...moved.left, object]), taken }
  }
  return attribute === 'attach' ? { ...moved, taken: new Set([...moved.taken, object]) } : moved
}

/** Whether the object is dropped for good. */
export function isDropped({ verb, after }: ObjectStep): boolean {
  return verb === 'drop' && after === undefined
}

/** Whether the object is dropped to be created again. */
export function isRecreated({ before, after }: ObjectStep): boolean {
  return before !== undefined && after !== undefined
}

/** An object before and after the plan. */
export interface Both {
  readonly before: CatalogObject
  readonly after: CatalogObject
}

/** The object in both states; undefined for what the plan creates or drops. */
export function bothOf({ before, after }: ObjectStep): Both | undefined {
  return before === undefined || after === undefined ? undefined : { before, after }
}

/** Whether an attribute differs between the two states, and this step may be what changes it. */
export function sets(step: ObjectStep, name: string): boolean {
  const { attribute, before, after, verb } = step
  if (verb === 'create') return true
  if (verb !== 'alter' || (attribute !== undefined && attribute !== name)) return false
  return !isSameValue(before?.attributes[name], after?.attributes[name])
}

/** An object as people name it: `public.t`, `column public.t.a`, `text search configuration public.c`. */
export function spokenName(id: ObjectId): string {
  return factsOfId(id)?.isToldWithKind === true ? idInWords(id) : nameOf(id)
}

/** One risk as a list. */
export function risk(hazard: Hazard, what: string): Risk[] {
  return [{ hazard, what }]
}
