import type { Catalog, CatalogObject, Dependency, ObjectId } from '../../model/catalog.ts'
import { isSameValue } from '../../model/compare-catalogs.ts'
import type { Rules } from '../decide/object-change.ts'
import { findMentions } from './body-mentions.ts'
import type { Context } from '../rule.ts'

/**
 * Adds to both states the dependencies that PostgreSQL does not record: the objects that a routine's body mentions.
 * PostgreSQL looks for some of them when the routine is created, and for the rest when it is called, which another
 * statement may do. Bodies that stay are left out, and so is a mention that would close a cycle.
 */
export function withMentions({ from, to, ...context }: Context, rules: Rules): Context {
  const isNew = ({ id, attributes: { body } }: CatalogObject): boolean =>
    !isSameValue(body, from.objects.get(id)?.attributes['body'])
  return {
    ...context,
    from: mentioning(from, ({ id }) => !to.objects.has(id), rules),
    to: mentioning(to, isNew, rules),
  }
}

function mentioning(
  catalog: Catalog,
  counts: (routine: CatalogObject) => boolean,
  rules: Rules,
): Catalog {
  const routines = [...catalog.objects.values()].filter(
    (object) => typeof object.attributes['body'] === 'string' && counts(object),
  )
  if (routines.length === 0) return catalog
  const graph = createGraph(catalog, rules)
  const mentions: Dependency[] = []
  // In a cycle, what is looked for at once comes first.
  const found = findMentions(routines, catalog).toSorted(
    (a, b) => Number(b.isFirm) - Number(a.isFirm),
  )
  for (const { dependent, needed } of found) {
    if (graph.reaches(needed, dependent)) continue
    graph.add({ dependent, needed })
    mentions.push({ dependent, needed })
  }
  return { ...catalog, dependencies: [...catalog.dependencies, ...mentions] }
}

interface Graph {
  /** Whether one object needs another, over any number of steps. */
  readonly reaches: (dependent: ObjectId, needed: ObjectId) => boolean
  readonly add: (edge: Dependency) => void
}

/** The dependencies of a catalog, in which an object that is created with its parent counts as the parent. */
function createGraph({ objects, dependencies }: Catalog, rules: Rules): Graph {
  const needs = new Map<ObjectId, Set<ObjectId>>()
  const place = (id: ObjectId): ObjectId => {
    const object = objects.get(id)
    const parent = objects.get(object?.parent ?? '')
    if (object === undefined || parent === undefined) return id
    return rules[parent.kind]?.makes?.(object) === true ? parent.id : id
  }
  const add = ({ dependent, needed }: Dependency): void => {
    const known = needs.get(place(dependent)) ?? new Set()
    needs.set(place(dependent), known.add(place(needed)))
  }
  dependencies.forEach(add)
  const reaches = (dependent: ObjectId, needed: ObjectId): boolean => {
    const seen = new Set([place(dependent)])
    for (const id of seen) for (const next of needs.get(id) ?? []) seen.add(next)
    return seen.has(place(needed))
  }
  return { add, reaches }
}
