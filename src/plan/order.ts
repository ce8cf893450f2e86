import type { Catalog, ObjectId } from '../model/catalog.ts'
import { sortStable } from '../model/graph.ts'
import type { Edge } from '../model/graph.ts'
import { isRefusal, madeWithParent } from './decide.ts'
import type { Deed, Rules, Unmanaged } from './decide.ts'
import type { Context, Refusal, Rule } from './rule.ts'
import type { Statement } from './statement.ts'

/** One step of a plan: what is taken away, changed or made of one object. */
interface Step {
  readonly id: string
  readonly statements: readonly Statement[] | Refusal
  readonly object: ObjectId
}

export interface Ordered {
  readonly statements: readonly Statement[]
  readonly unmanaged: readonly Unmanaged[]
}

/**
 * Puts the deeds in an order in which every statement finds what it needs: dependents go before what they need goes
 * or changes, and come after it has come or changed.
 */
export function orderDeeds(
  deeds: ReadonlyMap<ObjectId, Deed>,
  context: Context,
  rules: Rules,
): Ordered {
  const steps = new Map<string, Step>()
  for (const deed of deeds.values())
    for (const step of stepsOf(deed, context, rules)) steps.set(step.id, step)
  const unmanaged = [...steps.values()].flatMap(({ object, statements }) =>
    isRefusal(statements) ? [{ object, why: statements.refused }] : [],
  )
  const sorting = sortStable([...steps.keys()].toSorted(byStage), edgesOf(steps, context, rules))
  if (sorting.kind === 'cycle') {
    const cycle = sorting.cycle.join(' → ')
    return {
      statements: [],
      unmanaged: [...unmanaged, { object: sorting.cycle[0] ?? '', why: `a circle: ${cycle}` }],
    }
  }
  const statements = sorting.order.flatMap((id) => {
    const made = steps.get(id)?.statements ?? []
    return isRefusal(made) ? [] : made
  })
  return { statements, unmanaged }
}

/** Before and after the change of an object: what goes stands under `drop`, what comes under `make`. */
const stages = { drop: 'drop', change: 'change', make: 'make' } as const

function stepsOf(deed: Deed, context: Context, rules: Rules): Step[] {
  switch (deed.kind) {
    case 'create':
      return madeWithParent(deed.object, context.to, rules) &&
        isCreated(deed.object.parent, context)
        ? []
        : [step(stages.make, deed.object.id, rules[deed.object.kind]?.create(deed.object, context))]
    case 'drop':
      return isDropped(deed.object.parent, context)
        ? []
        : [step(stages.drop, deed.object.id, rules[deed.object.kind]?.drop(deed.object, context))]
    case 'alter':
      return [step(stages.change, deed.change.to.id, deed.statements)]
    case 'replace':
      return replaceSteps(deed.from.id, { deed, rule: rules[deed.to.kind], context })
    case 'reattach':
      return replaceSteps(deed.from.id, { deed, rule: reattaching(rules[deed.to.kind]), context })
    default:
      return deed satisfies never
  }
}

function replaceSteps(
  id: ObjectId,
  {
    deed,
    rule,
    context,
  }: {
    readonly deed: Extract<Deed, { readonly kind: 'replace' | 'reattach' }>
    readonly rule: Pick<Rule, 'drop' | 'create'> | undefined
    readonly context: Context
  },
): Step[] {
  return [
    step(stages.drop, id, rule?.drop(deed.from, context)),
    step(stages.make, id, rule?.create(deed.to, context)),
  ]
}

function reattaching(rule: Rule | undefined): Pick<Rule, 'drop' | 'create'> | undefined {
  if (rule?.detach === undefined || rule.attach === undefined) return undefined
  return { drop: rule.detach, create: rule.attach }
}

function step(
  stage: string,
  object: ObjectId,
  statements: readonly Statement[] | Refusal | undefined,
): Step {
  return {
    id: `${stage} ${object}`,
    object,
    statements: statements ?? { refused: 'there is no rule for it' },
  }
}

/** A child whose parent is new is made with it; one whose parent goes, goes with it. */
function isCreated(parent: ObjectId | null, { from, to }: Context): boolean {
  return parent !== null && to.objects.has(parent) && !from.objects.has(parent)
}

function isDropped(parent: ObjectId | null, { from, to }: Context): boolean {
  return parent !== null && from.objects.has(parent) && !to.objects.has(parent)
}

/** What nothing else orders: first what goes, then what changes, then what comes. */
function byStage(a: string, b: string): number {
  const rank = (id: string): number => Object.keys(stages).indexOf(id.split(' ')[0] ?? '')
  return rank(a) - rank(b)
}

function edgesOf(steps: ReadonlyMap<string, Step>, context: Context, rules: Rules): Edge[] {
  const near = (id: ObjectId, catalog: Catalog): ObjectId => rootOf(id, { catalog, context, rules })
  const edges: Edge[] = []
  for (const { dependent, needed } of context.from.dependencies) {
    const [user, used] = [near(dependent, context.from), near(needed, context.from)]
    edges.push(
      { before: `drop ${user}`, after: `drop ${used}` },
      { before: `drop ${user}`, after: `change ${used}` },
      // what stops using something does so before that goes
      { before: `change ${user}`, after: `drop ${used}` },
    )
  }
  for (const { dependent, needed } of context.to.dependencies) {
    const [user, used] = [near(dependent, context.to), near(needed, context.to)]
    for (const came of ['make', 'change']) {
      edges.push(
        { before: `${came} ${used}`, after: `make ${user}` },
        { before: `${came} ${used}`, after: `change ${user}` },
      )
    }
  }
  for (const { object } of steps.values())
    edges.push({ before: `drop ${object}`, after: `make ${object}` })
  return edges.filter(({ before, after }) => steps.has(before) && steps.has(after))
}

/** A child that comes or goes with its parent stands for it in the order. */
function rootOf(
  id: ObjectId,
  {
    catalog,
    context,
    rules,
  }: { readonly catalog: Catalog; readonly context: Context; readonly rules: Rules },
): ObjectId {
  const object = catalog.objects.get(id)
  if (object?.parent === null || object === undefined) return id
  const together =
    catalog === context.to
      ? isCreated(object.parent, context) && madeWithParent(object, catalog, rules)
      : isDropped(object.parent, context)
  return together ? object.parent : id
}
