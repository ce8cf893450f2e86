import { objectsOfKind } from '../../model/catalog.ts'
import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'
import type { Kind } from '../../model/kind.ts'
import { partsOf } from '../../plan/statement.ts'
import type { Effect, Statement, Verb } from '../../plan/statement.ts'

/** What of a plan tells what it touches. */
interface Told {
  readonly segments: readonly {
    readonly statements: readonly (Effect & Pick<Statement, 'parts'>)[]
  }[]
}

/** The two catalogs that a plan leads between. */
interface Ends {
  readonly from: Catalog
  readonly to: Catalog
}

/**
 * What plans between two catalogs can have an effect on, of both catalogs: the objects of their statements and all that
 * depends on those; then all that these need to be there. What plans cannot reach is left out.
 */
export function touchedPart(ends: Ends, plans: readonly Told[]): ReadonlySet<ObjectId> {
  const graph = graphOf(ends)
  const { changed, named } = objectsOf(plans, graph)
  const reached = closure(changed, (id) => reachedFrom(id, graph))
  const roots = [...reached, ...named, ...answering(ends)]
  return closure(roots, (id) => neededBy(id, graph))
}

/** The part of a catalog that is kept, with the dependencies in it. */
export function onlyObjects(catalog: Catalog, isKept: (id: ObjectId) => boolean): Catalog {
  return {
    ...catalog,
    objects: new Map([...catalog.objects].filter(([id]) => isKept(id))),
    dependencies: catalog.dependencies.filter(
      ({ dependent, needed }) => isKept(dependent) && isKept(needed),
    ),
  }
}

/** What belongs to what and needs what, in either catalog. */
interface Graph {
  readonly objects: ReadonlyMap<ObjectId, CatalogObject>
  readonly parts: ReadonlyMap<ObjectId, readonly ObjectId[]>
  readonly needs: ReadonlyMap<ObjectId, readonly ObjectId[]>
  readonly dependents: ReadonlyMap<ObjectId, readonly ObjectId[]>
}

function graphOf({ from, to }: Ends): Graph {
  const parts = new Map<ObjectId, ObjectId[]>()
  const needs = new Map<ObjectId, ObjectId[]>()
  const dependents = new Map<ObjectId, ObjectId[]>()
  for (const { objects, dependencies } of [from, to]) {
    for (const { id, parent } of objects.values()) if (parent !== null) add(parts, parent, id)
    for (const { dependent, needed } of dependencies) {
      add(needs, dependent, needed)
      add(dependents, needed, dependent)
    }
  }
  return { objects: new Map([...to.objects, ...from.objects]), parts, needs, dependents }
}

function add(map: Map<ObjectId, ObjectId[]>, key: ObjectId, value: ObjectId): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

/** The objects of statements: those that they make, alter or drop, and those of which they say something. */
function objectsOf(
  plans: readonly Told[],
  { objects }: Graph,
): { readonly changed: ObjectId[]; readonly named: ObjectId[] } {
  const effects = plans.flatMap(({ segments }) =>
    segments.flatMap(({ statements }) => [...statements, ...partsOf(statements)]),
  )
  const { changed = [], named = [] } = Object.groupBy(effects, ({ verb }) =>
    changes.has(verb) ? 'changed' : 'named',
  )
  const ids = changed.map(({ object }) => object)
  const ofParts = ids.flatMap((id) => objects.get(id)?.parent ?? [])
  return { changed: [...ids, ...ofParts], named: named.map(({ object }) => object) }
}

const changes: ReadonlySet<Verb> = new Set(['create', 'alter', 'drop', 'rename'])

/** Whatever a statement does to an object it may do to its parts and to what depends on it. */
function reachedFrom(id: ObjectId, { objects, parts, dependents }: Graph): readonly ObjectId[] {
  // A schema is dropped when it is empty; what else is done to it is done to it alone.
  if (objects.get(id)?.kind === 'schema') return []
  return [...(parts.get(id) ?? []), ...(dependents.get(id) ?? [])]
}

/** What has to be there with an object. */
function neededBy(id: ObjectId, graph: Graph): readonly ObjectId[] {
  const { objects, parts, needs } = graph
  const object = objects.get(id)
  return [
    ...(object?.parent == null ? [] : [object.parent]),
    ...(needs.get(id) ?? []),
    ...(parts.get(id) ?? []).filter((part) => !isApart(objects.get(part))),
    ...heirsOf(object, graph),
  ]
}

/** What a table that is only referred to can be without: what refers to others, and what answers to rows. */
function isApart(part: CatalogObject | undefined): boolean {
  return part !== undefined && (apart.has(part.kind) || part.attributes['type'] === 'foreign')
}

const apart: ReadonlySet<Kind> = new Set(['trigger', 'policy', 'rule', 'publicationMember'])

/** What is done to a table is done to its partitions and to what inherits from it. */
function heirsOf(object: CatalogObject | undefined, { objects, dependents }: Graph): ObjectId[] {
  if (object === undefined || !relations.has(object.kind)) return []
  const others = dependents.get(object.id) ?? []
  return others.filter((id) => relations.has(objects.get(id)?.kind ?? 'schema'))
}

const relations: ReadonlySet<Kind> = new Set(['table', 'foreignTable'])

/** What answers to the statements of a plan, or decides on the rights of what they make. */
function answering({ from, to }: Ends): ObjectId[] {
  return [from, to].flatMap((catalog) =>
    always.flatMap((kind) => objectsOfKind(catalog, kind).map(({ id }) => id)),
  )
}

const always: readonly Kind[] = ['eventTrigger', 'defaultPrivileges', 'changedRights']

/** A set with all that a step leads to from it, from that again, and so on. */
function closure(
  roots: Iterable<ObjectId>,
  step: (id: ObjectId) => readonly ObjectId[],
): ReadonlySet<ObjectId> {
  // A set that grows while it is read is read to its end.
  const found = new Set(roots)
  for (const id of found) for (const next of step(id)) found.add(next)
  return found
}
