import type { Catalog, Dependency, ObjectId } from './catalog.ts'

/** Whether one object of a catalog cannot be without another. */
export function needs(catalog: Catalog, dependent: ObjectId, needed: ObjectId): boolean {
  const pairs = known.get(catalog) ?? pairUp(catalog)
  known.set(catalog, pairs)
  return pairs.has(`${dependent}\n${needed}`)
}

/** Paired once a catalog, which never changes. */
const known = new WeakMap<Catalog, ReadonlySet<string>>()

function pairUp({ dependencies }: Catalog): ReadonlySet<string> {
  return new Set(dependencies.map(({ dependent, needed }) => `${dependent}\n${needed}`))
}

/** The objects of a catalog that cannot be without one, in order. */
export function dependentsOf(catalog: Catalog, needed: ObjectId): readonly ObjectId[] {
  return (groupsOf(catalog).byNeeded.get(needed) ?? []).map(({ dependent }) => dependent)
}

/** The objects of a catalog that one cannot be without, in order. */
export function neededBy(catalog: Catalog, dependent: ObjectId): readonly ObjectId[] {
  return (groupsOf(catalog).byDependent.get(dependent) ?? []).map(({ needed }) => needed)
}

interface Groups {
  readonly byNeeded: ReadonlyMap<ObjectId, readonly Dependency[]>
  readonly byDependent: ReadonlyMap<ObjectId, readonly Dependency[]>
}

/** Grouped once a catalog, which never changes. */
const groups = new WeakMap<Catalog, Groups>()

function groupsOf(catalog: Catalog): Groups {
  const found = groups.get(catalog) ?? {
    byNeeded: Map.groupBy(catalog.dependencies, ({ needed }) => needed),
    byDependent: Map.groupBy(catalog.dependencies, ({ dependent }) => dependent),
  }
  groups.set(catalog, found)
  return found
}
