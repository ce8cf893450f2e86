import type { Catalog, Dependency, ObjectId } from '../../model/catalog.ts'
import type { Edge } from '../../model/graph.ts'
import { needs } from '../../model/needs.ts'
import { factsOfId } from '../../model/object-id.ts'
import { isRefusal } from '../decide/object-change.ts'
import type { ImpliedByParent } from '../decide/implied-by-parent.ts'
import { domainEdges } from './contained-domains.ts'
import { mergedChecks } from './merged-checks.ts'
import type { Names } from './relation-names.ts'
import { stepId } from './change-step.ts'
import type { Step } from './change-step.ts'

/** That one step comes before another, and why. */
export interface ReasonedEdge extends Edge {
  readonly reason: EdgeReason
}

/** Why one step comes before another: an object needs another one, or a name is free only after the drop. */
export type EdgeReason =
  | {
      readonly kind: 'needed in the old state' | 'needed in the new state'
      readonly need: Dependency
    }
  | { readonly kind: 'name is taken'; readonly name: string }

/** Whether what goes has to be gone before what it needs changes. */
export type IsInTheWay = (dependent: ObjectId, needed: ObjectId) => boolean

/**
 * What has to come before what. What goes does so before what it needs changes; `isInTheWay` says where it must.
 */
export function edgesOf(
  steps: ReadonlyMap<string, Step>,
  impliedByParent: ImpliedByParent,
  { names, isInTheWay = () => true }: Surroundings,
): ReasonedEdge[] {
  const { context, whoDrops, whoMakes } = impliedByParent
  const moved = new Set(Array.from(steps.values(), ({ object }) => object))
  const { from, to } = context
  const among = (one: Catalog, other: Catalog, who: Who): Need[] =>
    [one.dependencies, mergedChecks(one, other)]
      .flatMap((dependencies) => findMoved(dependencies, moved, who))
      .filter((need) => !isAside(need, steps, context))
  const dropped = among(from, to, whoDrops)
  const created = among(to, from, whoMakes)
  return [
    ...dropped.flatMap((need) => dropEdges(need, isInTheWay)),
    ...dropped
      .filter(({ dependent, needed }) => !needs(to, dependent, needed))
      .flatMap((need) => [detachEdge(need), ...choiceEdge(need)]),
    ...created.flatMap(createEdges),
    ...nameEdges([...steps.values()], names),
    ...domainEdges(impliedByParent).map(({ before, after, state, need }) => ({
      before,
      after,
      reason: { kind: `needed in the ${state} state` as const, need },
    })),
  ].filter(({ before, after }) => steps.has(before) && steps.has(after))
}

interface Surroundings {
  readonly names: Names
  readonly isInTheWay?: IsInTheWay | undefined
}

/** That one object needs another, and whose steps take them away or make them. */
interface Need extends Dependency {
  readonly user: ObjectId
  readonly used: ObjectId
}

/** Whose step takes an object away, or makes it. */
type Who = (id: ObjectId) => ObjectId

/** The dependencies of which both ends move. Most plans move few of many: each object is asked about once. */
function findMoved(
  dependencies: readonly Dependency[],
  moved: ReadonlySet<ObjectId>,
  who: Who,
): Need[] {
  const known = new Map<ObjectId, ObjectId | undefined>()
  /** Whose step moves an object; undefined where none does. */
  const mover = (id: ObjectId): ObjectId | undefined => {
    if (known.has(id)) return known.get(id)
    const owner = who(id)
    const found = moved.has(owner) || moved.has(id) ? owner : undefined
    known.set(id, found)
    return found
  }
  return dependencies.flatMap(({ dependent, needed }) => {
    const user = mover(dependent)
    const used = user === undefined ? undefined : mover(needed)
    return user === undefined || used === undefined ? [] : [{ dependent, needed, user, used }]
  })
}

/**
 * Whether only rights and comments of the needed object change. These may change before or after its dependents,
 * except for its parts, whose rights change with it.
 */
function isAside(
  { dependent, needed }: Need,
  steps: ReadonlyMap<string, Step>,
  { from, to }: ImpliedByParent['context'],
): boolean {
  const change = steps.get(stepId('change', needed))
  if (change === undefined || isRefusal(change.statements)) return false
  const user = from.objects.get(dependent) ?? to.objects.get(dependent)
  // What has no statement changes along with something else.
  return (
    user?.parent !== needed &&
    change.statements.length > 0 &&
    change.statements.every(({ verb }) => besides.has(verb))
  )
}

const besides: ReadonlySet<string> = new Set(['comment', 'grant', 'revoke'])

function dropEdges(need: Need, isInTheWay: IsInTheWay): ReasonedEdge[] {
  const { dependent, needed, user, used } = need
  const reason = { kind: 'needed in the old state', need } as const
  return [
    { before: stepId('drop', user), after: stepId('drop', used), reason },
    ...(isInTheWay(dependent, needed)
      ? [{ before: stepId('drop', user), after: stepId('change', needed), reason }]
      : []),
    // what stops using something does so before that goes
    ...(isInTheWay(dependent, used)
      ? [{ before: stepId('change', dependent), after: stepId('drop', used), reason }]
      : []),
  ]
}

/** … and before that changes too. */
function detachEdge(need: Need): ReasonedEdge {
  return {
    before: stepId('change', need.dependent),
    after: stepId('change', need.needed),
    reason: { kind: 'needed in the old state', need },
  }
}

/** A foreign key would take again what is to go: PostgreSQL chooses its key, and it refers to all partitions. */
function choiceEdge(need: Need): ReasonedEdge[] {
  const { needed, user, used } = need
  if (factsOfId(needed)?.hasIndex !== true) return []
  const reason = { kind: 'needed in the old state', need } as const
  return [{ before: stepId('drop', used), after: stepId('make', user), reason }]
}

function createEdges(need: Need): ReasonedEdge[] {
  const { dependent, needed, user, used } = need
  const reason = { kind: 'needed in the new state', need } as const
  return [stepId('make', used), stepId('change', needed)].flatMap((before) => [
    { before, after: stepId('make', user), reason },
    { before, after: stepId('change', dependent), reason },
  ])
}

/**
 * What goes makes room for what comes under its name, or under that of a part, so that no call can mean either of two
 * overloads.
 */
function nameEdges(steps: readonly Step[], { taken, wanted }: Names): ReasonedEdge[] {
  const dropped = Map.groupBy(
    steps
      .filter(({ stage }) => stage === 'drop')
      .flatMap(({ object }) => taken(object).map((name) => ({ name, object }))),
    ({ name }) => name,
  )
  return steps
    .filter(({ stage }) => stage === 'make')
    .flatMap(({ object }) =>
      wanted(object)
        .flatMap((name) => dropped.get(name) ?? [])
        .map((gone) => ({
          before: stepId('drop', gone.object),
          after: stepId('make', object),
          reason: { kind: 'name is taken' as const, name: gone.name },
        })),
    )
}
