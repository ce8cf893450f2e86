import type { ObjectId } from '../model/catalog.ts'
import type { Edge } from '../model/graph.ts'
import { needsIn } from '../model/needs.ts'
import type { Family } from './family.ts'
import { nameOf } from './name.ts'
import { stepId } from './step.ts'
import type { Step } from './step.ts'

/** What has to come before what. */
export function edgesOf(steps: ReadonlyMap<string, Step>, family: Family): Edge[] {
  if (steps.size === 0) return []
  const stillNeeds = needsIn(family.context.to)
  return [
    ...family.context.from.dependencies.flatMap((each) => [
      ...goingEdges(each, family),
      ...(stillNeeds(each.dependent, each.needed) ? [] : [leavingEdge(each)]),
    ]),
    ...family.context.to.dependencies.flatMap((each) => comingEdges(each, family)),
    ...nameEdges([...steps.values()]),
  ].filter(({ before, after }) => steps.has(before) && steps.has(after))
}

interface Need {
  readonly dependent: ObjectId
  readonly needed: ObjectId
}

function goingEdges({ dependent, needed }: Need, { whoDrops }: Family): Edge[] {
  const [user, used] = [whoDrops(dependent), whoDrops(needed)]
  return [
    { before: stepId('drop', user), after: stepId('drop', used) },
    { before: stepId('drop', user), after: stepId('change', needed) },
    // what stops using something does so before that goes
    { before: stepId('change', dependent), after: stepId('drop', used) },
  ]
}

/** What stops needing something does so before that changes too. */
function leavingEdge({ dependent, needed }: Need): Edge {
  return { before: stepId('change', dependent), after: stepId('change', needed) }
}

function comingEdges({ dependent, needed }: Need, { whoMakes }: Family): Edge[] {
  const [user, used] = [whoMakes(dependent), whoMakes(needed)]
  return [stepId('make', used), stepId('change', needed)].flatMap((before) => [
    { before, after: stepId('make', user) },
    { before, after: stepId('change', dependent) },
  ])
}

/** What goes makes room for what comes under its name. */
function nameEdges(steps: readonly Step[]): Edge[] {
  const going = Map.groupBy(
    steps.filter(({ stage }) => stage === 'drop'),
    ({ object }) => nameOf(object),
  )
  return steps
    .filter(({ stage }) => stage === 'make')
    .flatMap(({ object }) =>
      (going.get(nameOf(object)) ?? []).map((gone) => ({
        before: stepId('drop', gone.object),
        after: stepId('make', object),
      })),
    )
}
