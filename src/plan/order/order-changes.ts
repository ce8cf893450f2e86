import type { ObjectId } from '../../model/catalog.ts'
import { sortStable } from '../../model/graph.ts'
import type { Sorting } from '../../model/graph.ts'
import { isSameAction } from '../action.ts'
import { blocksOf } from '../decide/blocks.ts'
import { createdObject, droppedObject, isDropped, isRefusal } from '../decide/object-change.ts'
import type {
  ObjectChange,
  ObjectChanges,
  Rules,
  UnmanagedObject,
} from '../decide/object-change.ts'
import { edgesOf } from './edges.ts'
import type { IsInTheWay, ReasonedEdge } from './edges.ts'
import { findImpliedByParent } from '../decide/implied-by-parent.ts'
import type { ImpliedByParent } from '../decide/implied-by-parent.ts'
import { rankSteps } from './ranks.ts'
import { findNames } from './relation-names.ts'
import type { Context, Refusal } from '../rule.ts'
import type { Statement } from '../statement.ts'
import { stepId } from './change-step.ts'
import type { Stage, Step } from './change-step.ts'

/** Statements in an order in which each finds what it needs. */
export interface Ordered {
  readonly statements: readonly Statement[]
  readonly unmanaged: readonly UnmanagedObject[]
  /** The objects that wait for each other where there is no order; nothing where there is one. */
  readonly cycleObjects: readonly ObjectId[]
  /** The attempts at an order. The last one is used. */
  readonly attempts: readonly OrderAttempt[]
}

/** One attempt at an order: the graph, and what sorting it came to. */
export interface OrderAttempt {
  readonly strategy: Strategy
  readonly steps: ReadonlyMap<string, Step>
  readonly edges: readonly ReasonedEdge[]
  readonly sorting: Sorting
}

/** Which graph is sorted. The first one with an order wins. */
type Strategy =
  | 'every edge'
  /** Children that may be dropped before their parents have steps. */
  | 'children apart'
  /** What stops needing something waits only where PostgreSQL refuses otherwise. */
  | 'required edges'
  | 'children apart and required edges'

/**
 * Sorts the object changes so that every statement finds what it needs: dependents are dropped before an object is
 * dropped or changed, and created after it. What is dropped with its parent has a separate step only where there is
 * no order otherwise.
 */
export function orderObjectChanges(
  objectChanges: ObjectChanges,
  context: Context,
  rules: Rules,
): Ordered {
  const { attempts, last } = sortSteps(objectChanges, context, rules)
  const { steps, sorting } = last
  const unmanaged = [...steps.values()].flatMap(({ object, statements }) =>
    isRefusal(statements) ? [{ object, why: statements.refused }] : [],
  )
  if (sorting.kind === 'cycle') {
    const cycle = sorting.cycle.join(' → ')
    const cycleObjects = sorting.cycle.flatMap((id) => steps.get(id)?.object ?? [])
    const [object] = cycleObjects
    if (object === undefined) throw new Error(`no step has a name of the cycle ${cycle}`)
    return {
      statements: [],
      unmanaged: [...unmanaged, { object, why: `these statements depend on each other: ${cycle}` }],
      cycleObjects,
      attempts,
    }
  }
  const statements = sorting.order.flatMap((id) => {
    const made = steps.get(id)?.statements ?? []
    return isRefusal(made) ? [] : made
  })
  return { statements, unmanaged, cycleObjects: [], attempts }
}

interface Sorted {
  readonly attempts: readonly OrderAttempt[]
  readonly last: OrderAttempt
}

/**
 * First in the default order. Where that has a cycle, with separate steps for what may have one, and then only for
 * what must.
 */
function sortSteps(objectChanges: ObjectChanges, context: Context, rules: Rules): Sorted {
  const isInTheWay = (dependent: ObjectId, needed: ObjectId): boolean => {
    const object = context.from.objects.get(dependent)
    const blocks = blocksOf(objectChanges.get(needed), { context, rules, objectChanges })
    return object !== undefined && blocks?.(object) === true
  }
  let last = trySort(objectChanges, { context, rules, strategy: 'every edge', apart: false })
  const attempts = [last]
  for (const next of [
    { strategy: 'children apart', apart: true },
    { strategy: 'required edges', apart: false, isInTheWay },
    { strategy: 'children apart and required edges', apart: true, isInTheWay },
  ] as const) {
    if (last.sorting.kind === 'sorted') break
    last = trySort(objectChanges, { context, rules, ...next })
    attempts.push(last)
  }
  return { attempts, last }
}

interface Attempt {
  readonly context: Context
  readonly rules: Rules
  readonly strategy: Strategy
  readonly apart: boolean
  readonly isInTheWay?: IsInTheWay
}

function trySort(
  objectChanges: ObjectChanges,
  { context, rules, strategy, apart, isInTheWay }: Attempt,
): OrderAttempt {
  const impliedByParent = findImpliedByParent(objectChanges, { context, rules, apart })
  const surroundings = { objectChanges, impliedByParent, rules }
  const list = [...objectChanges.values()].flatMap((objectChange) =>
    stepsOf(objectChange, surroundings),
  )
  const steps = new Map(list.map((each) => [stepId(each.stage, each.object), each]))
  const edges = edgesOf(steps, impliedByParent, {
    names: findNames(impliedByParent, rules),
    isInTheWay,
  })
  const rank = rankSteps(steps, edges, surroundings)
  const order = [...steps.keys()].toSorted((a, b) => rank(a) - rank(b))
  return { strategy, steps, edges, sorting: sortStable(order, edges) }
}

interface Surroundings {
  readonly objectChanges: ObjectChanges
  readonly impliedByParent: ImpliedByParent
  readonly rules: Rules
}

function stepsOf(objectChange: ObjectChange, surroundings: Surroundings): Step[] {
  if (objectChange.kind === 'alter')
    return [
      { stage: 'change', object: objectChange.change.to.id, statements: objectChange.statements },
    ]
  return objectChange.kind === 'reattach'
    ? reattach(objectChange, surroundings)
    : dropAndMake(objectChange, surroundings)
}

function dropAndMake(objectChange: ObjectChange, { impliedByParent, rules }: Surroundings): Step[] {
  const { context, goesAlong, comesAlong } = impliedByParent
  const [from, to] = [droppedObject(objectChange), createdObject(objectChange)]
  return [
    ...(from === undefined || goesAlong(from.id)
      ? []
      : [step('drop', from.id, rules[from.kind]?.drop(from, context))]),
    ...(to === undefined || comesAlong(to.id)
      ? []
      : [step('make', to.id, rules[to.kind]?.create(to, context))]),
  ]
}

function reattach(
  { from, to, statements }: Extract<ObjectChange, { readonly kind: 'reattach' }>,
  { objectChanges, impliedByParent: { context }, rules }: Surroundings,
): Step[] {
  const goes = (id: ObjectId): boolean => isDropped(objectChanges.get(id))
  const detachable = rules[from.kind]?.detachable
  const taken = detachable?.attach(to, context, goes) ?? []
  const more = statements.filter(
    ({ action }) => !taken.some((other) => isSameAction(other.action, action)),
  )
  return [
    step('drop', from.id, detachable?.detach(from, context, goes)),
    step('make', to.id, [...taken, ...more]),
  ]
}

function step(
  stage: Stage,
  object: ObjectId,
  statements: readonly Statement[] | Refusal | undefined,
): Step {
  return { stage, object, statements: statements ?? { refused: 'there is no rule for it' } }
}
