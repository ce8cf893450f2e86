import type { Catalog, CatalogObject, Dependency, ObjectId } from '../../model/catalog.ts'
import { isSameValue } from '../../model/compare-catalogs.ts'
import type { Rules } from '../decide/object-change.ts'
import { bareNameOf } from '../../model/object-id.ts'
import { namesInBody, plainName } from '../../sql/parsed/body-names.ts'
import type { Context } from '../rule.ts'

/**
 * Adds to the second state the dependencies that PostgreSQL does not record: the objects that a routine's body
 * mentions. PostgreSQL checks the body when the routine is created, so they have to exist before. Unchanged bodies
 * are left out, and so is a mention that would close a cycle: PostgreSQL cannot require that one either.
 */
export function withMentions(context: Context, rules: Rules): Context {
  const { from, to } = context
  const bodies = [...to.objects.values()].flatMap((object) => newBody(object, from))
  if (bodies.length === 0) return context
  const byName = Map.groupBy(
    [...to.objects.values()].filter(({ schema, parent }) => schema !== null && parent === null),
    ({ id }) => plainName(bareNameOf(id)),
  )
  const graph = createGraph(to, rules)
  const mentions: Dependency[] = []
  for (const { id, body } of bodies) {
    // A literal may be a name too: `'public.notes'::regclass`.
    const { pairs } = namesInBody(body, { literals: true })
    for (const { id: needed } of [...pairs].flatMap((name) => byName.get(name) ?? [])) {
      if (needed === id || graph.reaches(needed, id)) continue
      graph.add({ dependent: id, needed })
      mentions.push({ dependent: id, needed })
    }
  }
  return { ...context, to: { ...to, dependencies: [...to.dependencies, ...mentions] } }
}

interface Body {
  readonly id: ObjectId
  readonly body: string
}

function newBody({ id, attributes }: CatalogObject, from: Catalog): Body[] {
  const { body } = attributes
  if (typeof body !== 'string') return []
  return isSameValue(body, from.objects.get(id)?.attributes['body']) ? [] : [{ id, body }]
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
