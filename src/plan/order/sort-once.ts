import type { ObjectId } from '../../model/catalog.ts'
import { sortStable } from '../../model/graph.ts'
import type { Sorting } from '../../model/graph.ts'
import { isSameAction, setsSamePart } from '../action.ts'
import { findImpliedByParent } from '../decide/implied-by-parent.ts'
import type { ImpliedByParent } from '../decide/implied-by-parent.ts'
import { createdObject, droppedObject, isDropped, isRefusal } from '../decide/object-change.ts'
import type { ObjectChange, ObjectChanges, Rules } from '../decide/object-change.ts'
import type { Context, Refusal } from '../rule.ts'
import type { Statement } from '../statement.ts'
import { stepId } from './change-step.ts'
import type { Stage, Step } from './change-step.ts'
import { edgesOf } from './edges.ts'
import type { IsInTheWay, ReasonedEdge } from './edges.ts'
import { rankSteps } from './ranks.ts'
import { findNames } from './relation-names.ts'

/** One attempt at an order: the graph, and what sorting it came to. */
export interface OrderAttempt {
  readonly strategy: Strategy
  readonly steps: ReadonlyMap<string, Step>
  readonly edges: readonly ReasonedEdge[]
  readonly sorting: Sorting
}

/** Which graph is sorted. The first one with an order wins. */
export type Strategy =
  | 'every edge'
  /** Children that may be dropped before their parents have steps. */
  | 'children apart'
  /** What stops needing something waits only where PostgreSQL refuses otherwise. */
  | 'required edges'
  | 'children apart and required edges'

/** What is sorted, and how. */
export interface Attempt {
  readonly context: Context
  readonly rules: Rules
  readonly strategy: Strategy
  /** The children that go before their parents. */
  readonly apart: ReadonlySet<ObjectId>
  readonly isInTheWay?: IsInTheWay
}

/** Sorts the steps of all object changes. */
export function sortOnce(
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

function dropAndMake(
  objectChange: ObjectChange,
  { objectChanges, impliedByParent, rules }: Surroundings,
): Step[] {
  const goes = (id: ObjectId): boolean => isDropped(objectChanges.get(id))
  const { context, goesAlong, comesAlong } = impliedByParent
  const [from, to] = [droppedObject(objectChange), createdObject(objectChange)]
  return [
    ...(from === undefined || goesAlong(from.id)
      ? []
      : [step('drop', from.id, rules[from.kind]?.drop(from, context, goes))]),
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
  const left = detachable?.detach(from, context, goes) ?? []
  const taken = detachable?.attach(to, context, goes) ?? []
  const done = [...(isRefusal(left) ? [] : left), ...taken]
  const more = statements.filter(
    ({ action }) =>
      !done.some((other) => isSameAction(other.action, action)) &&
      !taken.some((other) => setsSamePart(other.action, action)),
  )
  return [step('drop', from.id, left), step('make', to.id, [...taken, ...more])]
}

function step(
  stage: Stage,
  object: ObjectId,
  statements: readonly Statement[] | Refusal | undefined,
): Step {
  return { stage, object, statements: statements ?? { refused: 'there is no rule for it' } }
}
