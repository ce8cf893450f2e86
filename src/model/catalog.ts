import type { Kind } from './kind.ts'

/** A value as JSON has them: what attributes are made of. */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [name: string]: Value }

/**
 * What names an object in every catalog: its kind and its name, such as `policy public.notes.select_own`. Never an
 * oid. Only a row of a reader and `object-id.ts` have one: another text is none to the compiler.
 */
export type ObjectId = string & { readonly [codec]: true }
declare const codec: unique symbol

/**
 * One object of a database. The core treats all kinds alike: it compares attributes and follows ids. Names in
 * attributes are spelled as SQL needs them; numbers that may be too long for JSON are texts.
 */
export interface CatalogObject {
  readonly kind: Kind
  readonly id: ObjectId
  /** The schema that it lies in; null for what lies in none. */
  readonly schema: string | null
  /** The object that it is dropped with: the table of a column; null for other objects. */
  readonly parent: ObjectId | null
  readonly attributes: Readonly<Record<string, Value>>
}

/** That one object cannot be without another. */
export interface Dependency {
  readonly dependent: ObjectId
  readonly needed: ObjectId
}

/** Objects by id. What has no parent is asked for by '' and not there. */
export interface ObjectsById extends ReadonlyMap<ObjectId, CatalogObject> {
  get(id: ObjectId | ''): CatalogObject | undefined
  has(id: ObjectId | ''): boolean
}

/** What a database holds, as plain values in one snapshot. */
export interface Catalog {
  readonly serverVersion: number
  /** Who has read it, as SQL spells the role: what he makes belongs to him. */
  readonly role: string
  /** By id, in an order in which a database is built: columns in the order of their table. */
  readonly objects: ObjectsById
  /** Ordered by dependent, then needed; both ends are in `objects`. */
  readonly dependencies: readonly Dependency[]
}

/** The objects that go with one, in order; none where there is no parent. */
export function childrenOf(catalog: Catalog, id: ObjectId | null): readonly CatalogObject[] {
  return id === null ? [] : (groupsOf(catalog).byParent.get(id) ?? [])
}

/** The objects of one kind, in order. */
export function objectsOfKind(catalog: Catalog, kind: Kind): readonly CatalogObject[] {
  return groupsOf(catalog).byKind.get(kind) ?? []
}

interface Groups {
  readonly byParent: ReadonlyMap<ObjectId | null, readonly CatalogObject[]>
  readonly byKind: ReadonlyMap<Kind, readonly CatalogObject[]>
}

/** Grouped once a catalog, which never changes: asking for each of thousands would read all each time. */
const groups = new WeakMap<Catalog, Groups>()

function groupsOf(catalog: Catalog): Groups {
  const known = groups.get(catalog) ?? {
    byParent: Map.groupBy(catalog.objects.values(), ({ parent }) => parent),
    byKind: Map.groupBy(catalog.objects.values(), ({ kind }) => kind),
  }
  groups.set(catalog, known)
  return known
}
