import type { Catalog, CatalogObject, ObjectId, Value } from './catalog.ts'
import { factsOf } from './kind.ts'
import { isSameSecret } from './secret-option.ts'
import { isSameSpelling } from './spelling/same-spelling.ts'
import type { Frame } from './spelling/same-spelling.ts'

/** How one object differs between two catalogs. */
export type Change = Added | Removed | Altered

/** An object that only the later state has. */
interface Added {
  readonly kind: 'added'
  readonly object: CatalogObject
}

/** An object that only the earlier state has. */
interface Removed {
  readonly kind: 'removed'
  readonly object: CatalogObject
}

/** An object that both states have, not the same. */
export interface Altered {
  readonly kind: 'altered'
  readonly from: CatalogObject
  readonly to: CatalogObject
  /** The names of the attributes that differ, sorted. */
  readonly attributes: readonly string[]
}

/** Compares two catalogs object by object and attribute by attribute, whatever their kinds; in the order of ids. */
export function diffCatalogs(from: Catalog, to: Catalog): readonly Change[] {
  const ofFirst = known.get(from) ?? new WeakMap<Catalog, readonly Change[]>()
  known.set(from, ofFirst)
  const changes = ofFirst.get(to) ?? findChanges(from, to)
  ofFirst.set(to, changes)
  return changes
}

/** Compared once: a catalog never changes, and each part of a plan asks. */
const known = new WeakMap<Catalog, WeakMap<Catalog, readonly Change[]>>()

function findChanges(from: Catalog, to: Catalog): Change[] {
  const changes = [...from.objects.values()].flatMap((object) =>
    compare(object, to.objects.get(object.id)),
  )
  const added = [...to.objects.values()].filter(({ id }) => !from.objects.has(id))
  return [...changes, ...added.map((object) => ({ kind: 'added' as const, object }))].toSorted(
    (one, other) => (changedId(one) < changedId(other) ? -1 : 1),
  )
}

/** The id of what a change is about. */
export function changedId(change: Change): ObjectId {
  return change.kind === 'altered' ? change.to.id : change.object.id
}

function compare(from: CatalogObject, to: CatalogObject | undefined): Change[] {
  if (to === undefined) return [{ kind: 'removed', object: from }]
  // Attributes of which the text is the same are one object: the connection shares them.
  if (from.attributes === to.attributes) return []
  const names = new Set([...Object.keys(from.attributes), ...Object.keys(to.attributes)])
  const { aside = [] } = factsOf(to.kind)
  const attributes = [...names]
    .filter((name) => !aside.includes(name) && !isSameAttribute(from, to, name))
    .toSorted()
  return attributes.length === 0 ? [] : [{ kind: 'altered', from, to, attributes }]
}

/** Two prints of one expression are the same, too, and so are a secret and what stands in for it. */
function isSameAttribute(from: CatalogObject, to: CatalogObject, name: string): boolean {
  const [left = null, right = null] = [from.attributes[name], to.attributes[name]]
  if (isSameValue(left, right)) return true
  const { printed, digests } = factsOf(to.kind)
  if (digests === name) return isSameSecret(left, right)
  return isSamePrint(left, right, printed?.[name])
}

function isSamePrint(left: Value, right: Value, frame: Frame | undefined): boolean {
  return (
    frame !== undefined &&
    typeof left === 'string' &&
    typeof right === 'string' &&
    isSameSpelling(left, right, frame)
  )
}

/** Whether two attributes are the same, whatever the order of names in objects; an absent one is null. */
export function isSameValue(a: Value | undefined, b: Value | undefined): boolean {
  const [left, right] = [a ?? null, b ?? null]
  if (left === right) return true
  if (isList(left)) return isList(right) && isSameList(left, right)
  return isRecord(left) && isRecord(right) && isSameRecord(left, right)
}

// Array.isArray does not know readonly arrays.
function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

function isRecord(value: Value): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSameList(left: readonly Value[], right: readonly Value[]): boolean {
  return (
    left.length === right.length && left.every((value, index) => isSameValue(value, right[index]))
  )
}

type Parts = Readonly<Record<string, Value>>

function isSameRecord(left: Parts, right: Parts): boolean {
  const names = Object.keys(left)
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => name in right && isSameValue(left[name], right[name]))
  )
}
