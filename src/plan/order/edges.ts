import type { Dependency, ObjectId } from '../../model/catalog.ts'
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
  const matters = (need: Need): boolean => isMoved(need, moved) && !isAside(need, steps, context)
  const { from, to } = context
  const dropped = [...from.dependencies, ...mergedChecks(from, to)]
    .map((need) => resolve(need, whoDrops))
    .filter(matters)
  const created = [...to.dependencies, ...mergedChecks(to, from)]
    .map((need) => resolve(need, whoMakes))
    .filter(matters)
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

function resolve({ dependent, needed }: Dependency, who: (id: ObjectId) => ObjectId): Need {
  return { dependent, needed, user: who(dependent), used: who(needed) }
}

function isMoved({ dependent, needed, user, used }: Need, moved: ReadonlySet<ObjectId>): boolean {
  return (moved.has(user) || moved.has(dependent)) && (moved.has(used) || moved.has(needed))
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
