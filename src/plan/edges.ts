import type { Dependency, ObjectId } from '../model/catalog.ts'
import type { Edge } from '../model/graph.ts'
import { needs } from '../model/needs.ts'
import { isRefusal } from './deed.ts'
import type { Family } from './family.ts'
import type { Names } from './relation-names.ts'
import { stepId } from './step.ts'
import type { Step } from './step.ts'

/** Whether what goes has to be gone before what it needs changes. */
export type IsInTheWay = (dependent: ObjectId, needed: ObjectId) => boolean

/**
 * What has to come before what. What goes does so before what it needs changes; `isInTheWay` says where it must.
 */
export function edgesOf(
  steps: ReadonlyMap<string, Step>,
  family: Family,
  { names, isInTheWay = () => true }: Surroundings,
): Edge[] {
  const { context, whoDrops, whoMakes } = family
  const moved = new Set(Array.from(steps.values(), ({ object }) => object))
  const matters = (need: Need): boolean => isMoved(need, moved) && !isAside(need, steps, context)
  const going = context.from.dependencies.map((need) => resolve(need, whoDrops)).filter(matters)
  const coming = context.to.dependencies.map((need) => resolve(need, whoMakes)).filter(matters)
  return [
    ...going.flatMap((need) => goingEdges(need, isInTheWay)),
    ...going
      .filter(({ dependent, needed }) => !needs(context.to, dependent, needed))
      .map(leavingEdge),
    ...coming.flatMap(comingEdges),
    ...nameEdges([...steps.values()], names),
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
 * Whether what is needed stays as it is but for rights and comments: those change before or after what uses it alike,
 * unless that is a part of it, whose rights go along.
 */
function isAside(
  { dependent, needed }: Need,
  steps: ReadonlyMap<string, Step>,
  { from, to }: Family['context'],
): boolean {
  const change = steps.get(stepId('change', needed))
  if (change === undefined || isRefusal(change.statements)) return false
  const user = from.objects.get(dependent) ?? to.objects.get(dependent)
  return user?.parent !== needed && change.statements.every(({ verb }) => besides.has(verb))
}

const besides: ReadonlySet<string> = new Set(['comment', 'grant', 'revoke'])

function goingEdges({ dependent, needed, user, used }: Need, isInTheWay: IsInTheWay): Edge[] {
  return [
    { before: stepId('drop', user), after: stepId('drop', used) },
    ...(isInTheWay(dependent, needed)
      ? [{ before: stepId('drop', user), after: stepId('change', needed) }]
      : []),
    // what stops using something does so before that goes
    ...(isInTheWay(dependent, used)
      ? [{ before: stepId('change', dependent), after: stepId('drop', used) }]
      : []),
  ]
}

/** … and before that changes too. */
function leavingEdge({ dependent, needed }: Need): Edge {
  return { before: stepId('change', dependent), after: stepId('change', needed) }
}

function comingEdges({ dependent, needed, user, used }: Need): Edge[] {
  return [stepId('make', used), stepId('change', needed)].flatMap((before) => [
    { before, after: stepId('make', user) },
    { before, after: stepId('change', dependent) },
  ])
}

/**
 * What goes makes room for what comes under its name, or under that of a part, so that no call can mean either of two
 * overloads.
 */
function nameEdges(steps: readonly Step[], { taken, wanted }: Names): Edge[] {
  const going = Map.groupBy(
    steps
      .filter(({ stage }) => stage === 'drop')
      .flatMap(({ object }) => taken(object).map((name) => ({ name, object }))),
    ({ name }) => name,
  )
  return steps
    .filter(({ stage }) => stage === 'make')
    .flatMap(({ object }) =>
      wanted(object)
        .flatMap((name) => going.get(name) ?? [])
        .map((gone) => ({ before: stepId('drop', gone.object), after: stepId('make', object) })),
    )
}
