import type { Catalog, CatalogObject, Dependency, ObjectId } from '../../model/catalog.ts'
import { objectsOfKind } from '../../model/catalog.ts'
import { flagOf } from '../../model/attribute.ts'
import { idAt } from '../../model/object-id.ts'
import { dependentsOf, neededBy } from '../../model/needs.ts'
import { membersOf } from './operator-members.ts'
import type { Context } from '../rule.ts'

/**
 * Adds to the new state that what is sorted or compared needs the default operator class of its type: PostgreSQL finds
 * the operators by the class, and keeps an edge for the operators alone.
 */
export function withDefaultClasses(context: Context): Context {
  const classes = objectsOfKind(context.to, 'operatorClass').filter((each) =>
    flagOf(each, 'default'),
  )
  if (classes.length === 0) return context
  const more = classes.flatMap((each) => usersOf(each, context.to))
  return {
    ...context,
    to: { ...context.to, dependencies: [...context.to.dependencies, ...more] },
  }
}

function usersOf(object: CatalogObject, catalog: Catalog): Dependency[] {
  const family = catalog.objects.get(idAt(object, 'family') ?? '')
  const needed = allNeededBy(object.id, catalog)
  return [object, ...(family === undefined ? [] : [family])]
    .flatMap(membersOf)
    .filter(({ sort }) => sort === 'operator')
    .flatMap(({ uses }) => dependentsOf(catalog, uses))
    .filter((user) => user !== object.id && !needed.has(user))
    .map((user) => ({ dependent: user, needed: object.id }))
}

function allNeededBy(id: ObjectId, catalog: Catalog): ReadonlySet<ObjectId> {
  const found = new Set([id])
  for (const each of found) for (const needed of neededBy(catalog, each)) found.add(needed)
  return found
}
