import type { Catalog, ObjectId } from './catalog.ts'

/** Answers whether one object of a catalog cannot be without another. */
export function needsIn({
  dependencies,
}: Catalog): (dependent: ObjectId, needed: ObjectId) => boolean {
  const known = new Set(dependencies.map(({ dependent, needed }) => `${dependent}\n${needed}`))
  return (dependent, needed) => known.has(`${dependent}\n${needed}`)
}
