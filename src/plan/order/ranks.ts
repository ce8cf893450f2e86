import type { ObjectId } from '../../model/catalog.ts'
import type { Edge } from '../../model/graph.ts'
import type { ObjectChanges, Rules } from '../decide/object-change.ts'
import type { ImpliedByParent } from '../decide/implied-by-parent.ts'
import type { Rule } from '../rule.ts'
import type { Step } from './change-step.ts'
import { kindOf } from '../../model/object-id.ts'

interface Surroundings {
  readonly objectChanges: ObjectChanges
  readonly impliedByParent: ImpliedByParent
  readonly rules: Rules
}

/**
 * The order where no edge decides: drops first, then changes, then creations. The drop of an object with rows or values
 * waits for the objects that will hold them, and for what those need. Objects that look at rows are created and changed
 * after that; settings are made before all.
 */
export function rankSteps(
  steps: ReadonlyMap<string, Step>,
  edges: readonly Edge[],
  surroundings: Surroundings,
): (id: string) => number {
  const own = new Map([...steps].map(([id, step]) => [id, rankOf(step, surroundings)]))
  const before = Map.groupBy(edges, ({ after }) => after)
  const early = new Set(
    [...steps].flatMap(([id, step]) => (receivesData(step, surroundings) ? [id] : [])),
  )
  for (const id of early) for (const edge of before.get(id) ?? []) early.add(edge.before)
  return (id) => Math.min(own.get(id) ?? 0, early.has(id) ? ranks.make : ranks.last)
}

const ranks = {
  drop: 0,
  letMake: 0.5,
  change: 1,
  make: 2,
  dropData: 3,
  looking: 3,
  last: 9,
} as const

function rankOf(
  step: Step,
  { objectChanges, impliedByParent: { context }, rules }: Surroundings,
): number {
  const { stage, object } = step
  if (stage !== 'drop') return rankOfRest(stage, ruleOf(object, rules))
  const objectChange = objectChanges.get(object)
  const isForGood =
    objectChange?.kind === 'drop' &&
    rules[objectChange.object.kind]?.hasData?.(objectChange.object, context) === true
  return isForGood ? ranks.dropData : ranks.drop
}

function rankOfRest(stage: 'change' | 'make', rule: Rule | undefined): number {
  if (rule?.letsMake === true && stage === 'change') return ranks.letMake
  if (rule?.isSetting === true) return ranks.change
  return ranks[stage] + (rule?.looksAtData === true ? ranks.looking : 0)
}

function receivesData({ stage, object }: Step, { objectChanges, rules }: Surroundings): boolean {
  return (
    stage === 'make' &&
    objectChanges.get(object)?.kind === 'create' &&
    ruleOf(object, rules)?.hasData !== undefined
  )
}

function ruleOf(object: ObjectId, rules: Rules): Rule | undefined {
  const kind = kindOf(object)
  return kind === undefined ? undefined : rules[kind]
}
