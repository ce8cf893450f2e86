import type { Catalog, ObjectId } from '../../model/catalog.ts'

/** A catalog without some objects, and without all that needs them or belongs to them. */
export function withoutObjects(catalog: Catalog, objects: ReadonlySet<ObjectId>): Catalog {
  const gone = new Set(objects)
  for (let count = -1; count !== gone.size;) {
    count = gone.size
    for (const { dependent, needed } of catalog.dependencies)
      if (gone.has(needed)) gone.add(dependent)
    for (const { id, parent } of catalog.objects.values())
      if (parent !== null && gone.has(parent)) gone.add(id)
  }
  return {
    ...catalog,
    objects: new Map([...catalog.objects].filter(([id]) => !gone.has(id))),
    dependencies: catalog.dependencies.filter(
      ({ dependent, needed }) => !gone.has(dependent) && !gone.has(needed),
    ),
  }
}
