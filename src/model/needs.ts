import type { Catalog, ObjectId } from './catalog.ts'

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
