import type { ObjectId } from '../../model/catalog.ts'
import { blocksOf } from '../decide/blocks.ts'
import { mayGoFirst } from '../decide/implied-by-parent.ts'
import { isDropped, isRefusal } from '../decide/object-change.ts'
import type { ObjectChanges, Rules, UnmanagedObject } from '../decide/object-change.ts'
import { withDetachments } from '../rules/attached/before-detached.ts'
import { withDefaultClasses } from '../rules/default-classes.ts'
import { findLinks, withPersistenceOrder } from '../rules/persistence.ts'
import type { Context } from '../rule.ts'
import type { Statement } from '../statement.ts'
import { findApartChildren } from './apart-children.ts'
import { sortOnce } from './sort-once.ts'
import type { Attempt, OrderAttempt, Strategy } from './sort-once.ts'

/** Statements in an order in which each finds what it needs. */
export interface Ordered {
  readonly statements: readonly Statement[]
  readonly unmanaged: readonly UnmanagedObject[]
  /** The objects that wait for each other where there is no order; nothing where there is one. */
  readonly cycleObjects: readonly ObjectId[]
  /** The attempts at an order. The last one is used. */
  readonly attempts: readonly OrderAttempt[]
}

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
  const { attempts, last } = sortSteps(objectChanges, withMore(objectChanges, context), rules)
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

/** With what PostgreSQL asks for and does not keep as dependencies. */
function withMore(objectChanges: ObjectChanges, context: Context): Context {
  const links = findLinks(context).filter(({ key }) => !isDropped(objectChanges.get(key)))
  return withPersistenceOrder(withDetachments(withDefaultClasses(context)), links)
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
  const attempts: OrderAttempt[] = []
  const attempt = (strategy: Strategy): OrderAttempt => {
    const required = strategy.includes('required edges') && { isInTheWay }
    const given = { context, rules, strategy, apart: new Set<ObjectId>(), ...required }
    const isApart = strategy.startsWith('children apart')
    return isApart ? sortApart(objectChanges, given) : sortOnce(objectChanges, given)
  }
  let last = attempt('every edge')
  attempts.push(last)
  for (const next of strategies) {
    if (last.sorting.kind === 'sorted') break
    last = attempt(next)
    attempts.push(last)
  }
  return { attempts, last }
}

const strategies = [
  'children apart',
  'required edges',
  'children apart and required edges',
] as const

/** With separate steps for children in cycles, until there are no more, or none that may go first. */
function sortApart(objectChanges: ObjectChanges, attempt: Attempt): OrderAttempt {
  const last = sortOnce(objectChanges, attempt)
  const more = findApartChildren(last, (child) => mayGoFirst(child, objectChanges, attempt))
  return more.length === 0
    ? last
    : sortApart(objectChanges, { ...attempt, apart: new Set([...attempt.apart, ...more]) })
}
