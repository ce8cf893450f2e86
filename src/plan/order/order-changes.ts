import type { ObjectId } from '../../model/catalog.ts'
import { sortStable } from '../../model/graph.ts'
import type { Sorting } from '../../model/graph.ts'
import { isSameAction } from '../action.ts'
import { blocksOf } from '../decide/blocks.ts'
import { comingObject, goingObject, isGoing, isRefusal } from '../decide/object-change.ts'
import type { Deed, Deeds, Rules, Unmanaged } from '../decide/object-change.ts'
import { edgesOf } from './edges.ts'
import type { IsInTheWay, ReasonedEdge } from './edges.ts'
import { findFamily } from '../decide/implied-by-parent.ts'
import type { Family } from '../decide/implied-by-parent.ts'
import { rankSteps } from './ranks.ts'
import { findNames } from './relation-names.ts'
import type { Context, Refusal } from '../rule.ts'
import type { Statement } from '../statement.ts'
import { stepId } from './change-step.ts'
import type { Stage, Step } from './change-step.ts'

/** Statements in an order in which each finds what it needs. */
export interface Ordered {
  readonly statements: readonly Statement[]
  readonly unmanaged: readonly Unmanaged[]
  /** The objects that wait for each other where there is no order; nothing where there is one. */
  readonly circle: readonly ObjectId[]
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
export function orderDeeds(deeds: Deeds, context: Context, rules: Rules): Ordered {
  const { attempts, last } = sortSteps(deeds, context, rules)
  const { steps, sorting } = last
  const unmanaged = [...steps.values()].flatMap(({ object, statements }) =>
    isRefusal(statements) ? [{ object, why: statements.refused }] : [],
  )
  if (sorting.kind === 'cycle') {
    const cycle = sorting.cycle.join(' → ')
    const [first = ''] = sorting.cycle
    const object = steps.get(first)?.object ?? first
    return {
      statements: [],
      unmanaged: [...unmanaged, { object, why: `these statements depend on each other: ${cycle}` }],
      circle: sorting.cycle.flatMap((id) => steps.get(id)?.object ?? []),
      attempts,
    }
  }
  const statements = sorting.order.flatMap((id) => {
    const made = steps.get(id)?.statements ?? []
    return isRefusal(made) ? [] : made
  })
  return { statements, unmanaged, circle: [], attempts }
}

interface Sorted {
  readonly attempts: readonly OrderAttempt[]
  readonly last: OrderAttempt
}

/**
 * First in the default order. Where that has a cycle, with separate steps for what may have one, and then only for
 * what must.
 */
function sortSteps(deeds: Deeds, context: Context, rules: Rules): Sorted {
  const isInTheWay = (dependent: ObjectId, needed: ObjectId): boolean => {
    const object = context.from.objects.get(dependent)
    const blocks = blocksOf(deeds.get(needed), { context, rules, deeds })
    return object !== undefined && blocks?.(object) === true
  }
  let last = trySort(deeds, { context, rules, strategy: 'every edge', apart: false })
  const attempts = [last]
  for (const next of [
    { strategy: 'children apart', apart: true },
    { strategy: 'required edges', apart: false, isInTheWay },
    { strategy: 'children apart and required edges', apart: true, isInTheWay },
  ] as const) {
    if (last.sorting.kind === 'sorted') break
    last = trySort(deeds, { context, rules, ...next })
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
  deeds: Deeds,
  { context, rules, strategy, apart, isInTheWay }: Attempt,
): OrderAttempt {
  const family = findFamily(deeds, { context, rules, apart })
  const surroundings = { deeds, family, rules }
  const list = [...deeds.values()].flatMap((deed) => stepsOf(deed, surroundings))
  const steps = new Map(list.map((each) => [stepId(each.stage, each.object), each]))
  const edges = edgesOf(steps, family, { names: findNames(family, rules), isInTheWay })
  const rank = rankSteps(steps, edges, surroundings)
  const order = [...steps.keys()].toSorted((a, b) => rank(a) - rank(b))
  return { strategy, steps, edges, sorting: sortStable(order, edges) }
}

interface Surroundings {
  readonly deeds: Deeds
  readonly family: Family
  readonly rules: Rules
}

function stepsOf(deed: Deed, surroundings: Surroundings): Step[] {
  if (deed.kind === 'alter')
    return [{ stage: 'change', object: deed.change.to.id, statements: deed.statements }]
  return deed.kind === 'reattach' ? reattach(deed, surroundings) : dropAndMake(deed, surroundings)
}

function dropAndMake(deed: Deed, { family, rules }: Surroundings): Step[] {
  const { context, goesAlong, comesAlong } = family
  const [from, to] = [goingObject(deed), comingObject(deed)]
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
  { from, to, statements }: Extract<Deed, { readonly kind: 'reattach' }>,
  { deeds, family: { context }, rules }: Surroundings,
): Step[] {
  const goes = (id: ObjectId): boolean => isGoing(deeds.get(id))
  const hold = rules[from.kind]?.hold
  const taken = hold?.attach(to, context, goes) ?? []
  const more = statements.filter(
    ({ action }) => !taken.some((other) => isSameAction(other.action, action)),
  )
  return [
    step('drop', from.id, hold?.detach(from, context, goes)),
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
